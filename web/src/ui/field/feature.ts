/** What a feature gives to the phone: its routes, its entries on the home page, its open tasks. */
import type { InjectionKey } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { OutboxEntry } from '@/offline/use'
import type { IconName } from './icons'

/** A button on the home page. `name` is a message key; `roles` empty = everybody's. */
export interface FieldEntry {
  name: string
  to: string
  icon: IconName
  roles: readonly string[]
  /** Small numbers come first; 50 when not said. */
  rank?: number
}

/** One line of the to-do list. */
export interface TodoItem {
  title: string
  detail?: string
  to: string
  /** ISO moment; what is due first stands first, late in red. */
  due?: string | null
  /** Stands above what has no date. */
  urgent?: boolean
}

/** Where open tasks come from: records of a kind that `open` accepts. `name` is a message key of the group. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface FieldTodo<T = any> {
  name: string
  icon: IconName
  kind: string
  open(record: T): boolean
  item(record: T): TodoItem
}

/** A button on the look-up page of a record of kind `on`. `name` is a message key. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface FieldAction<T = any> {
  on: string
  name: string
  icon: IconName
  roles?: readonly string[]
  to(record: T): string
}

/** Where a refused command is corrected, by the command's name. */
export type FieldEdits = Readonly<Record<string, (entry: OutboxEntry) => string>>

/** How a field of a command reads in a conflict: its label and its value as words; `null` leaves it out. */
export type FieldTells = Readonly<Record<string, (field: string, value: unknown) => { label: string; text: string } | null>>

export interface FieldFeature {
  routes: RouteRecordRaw[]
  entries: FieldEntry[]
  todos?: FieldTodo[]
  actions?: FieldAction[]
  edits?: FieldEdits
  tells?: FieldTells
}

/** The features of this phone, provided by the entry. */
export const FEATURES: InjectionKey<readonly FieldFeature[]> = Symbol('features')
