/** The to-do list: open tasks of every feature in one order. Late first, then what is due, urgent, the rest. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { useRecords } from '@/offline/use'
import type { FieldFeature, FieldTodo, TodoItem } from '@/ui/field/feature'
import type { IconName } from '@/ui/field/icons'

export interface Todo extends TodoItem {
  key: string
  group: string
  icon: IconName
}

/** Whether its moment has passed. */
export function isLate(todo: Pick<TodoItem, 'due'>, now: number): boolean {
  return !!todo.due && Date.parse(todo.due) < now
}

/** Urgent ones first among those without a date; what is due soonest before everything without a date. */
export function inOrder(a: Todo, b: Todo): number {
  const due = (t: Todo) => (t.due ? Date.parse(t.due) : t.urgent ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER)
  return due(a) - due(b) || a.title.localeCompare(b.title)
}

export interface TodoList {
  todos: ComputedRef<Todo[]>
  ready: ComputedRef<boolean>
  late(now: Ref<number>): ComputedRef<number>
}

export function useTodos(features: readonly FieldFeature[]): TodoList {
  const sources: FieldTodo[] = features.flatMap((f) => f.todos ?? [])
  const read = sources.map((source) => ({ source, ...useRecords<{ id: number }>(source.kind, { where: source.open }) }))
  const todos = computed(() =>
    read
      .flatMap(({ source, rows }) =>
        rows.value.map((r) => ({ ...source.item(r), key: `${source.kind}:${r.id}`, group: source.name, icon: source.icon })),
      )
      .sort(inOrder),
  )
  return {
    todos,
    ready: computed(() => read.every((r) => r.ready.value)),
    late: (now) => computed(() => todos.value.filter((todo) => isLate(todo, now.value)).length),
  }
}
