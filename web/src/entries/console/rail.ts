/** The left rail: what the post may do, at most nine entries, the first is its home. */
import {
  Aim,
  Collection,
  DataAnalysis,
  EditPen,
  Document,
  Files,
  Finished,
  Iphone,
  Flag,
  Guide,
  Memo,
  OfficeBuilding,
  PhoneFilled,
  Share,
  Calendar,
  Location,
  User,
  UserFilled,
  VideoCamera,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

export interface RailEntry {
  name: string
  to: string
  icon: Component
  /** Any of these verbs shows the entry. */
  verbs: readonly string[]
}

export const ENTRIES: readonly RailEntry[] = [
  { name: 'desk', to: '/desk', icon: EditPen, verbs: ['hotline.ticket.take'] },
  { name: 'dispatch', to: '/dispatch', icon: Share, verbs: ['hotline.ticket.dispatch'] },
  { name: 'inbox', to: '/inbox', icon: Memo, verbs: ['hotline.ticket.sign'] },
  { name: 'review', to: '/review', icon: Finished, verbs: ['hotline.ticket.review'] },
  { name: 'callbacks', to: '/callbacks', icon: PhoneFilled, verbs: ['hotline.ticket.call_back'] },
  { name: 'supervision', to: '/supervision', icon: Flag, verbs: ['hotline.ticket.supervise'] },
  { name: 'tickets', to: '/tickets', icon: Collection, verbs: ['hotline.ticket.see'] },
  { name: 'premises', to: '/premises', icon: OfficeBuilding, verbs: ['premises.premises.see'] },
  { name: 'patrol', to: '/patrol/events', icon: Guide, verbs: ['patrol.event.see'] },
  { name: 'campaigns', to: '/campaigns', icon: Aim, verbs: ['campaigns.campaign.see'] },
  { name: 'cameras', to: '/cameras', icon: VideoCamera, verbs: ['cameras.point.see'] },
  { name: 'figures', to: '/figures', icon: DataAnalysis, verbs: ['reports.figure.view'] },
  { name: 'forms', to: '/forms', icon: Document, verbs: ['forms.form.write'] },
  { name: 'imports', to: '/imports', icon: Files, verbs: ['hotline.ledger.import'] },
  { name: 'people', to: '/people', icon: UserFilled, verbs: ['residents.person.see'] },
  { name: 'registrations', to: '/registrations', icon: Location, verbs: ['residents.registration.register'] },
  { name: 'accounts', to: '/accounts', icon: User, verbs: ['org.account.manage'] },
  { name: 'calendar', to: '/calendar', icon: Calendar, verbs: ['policy.calendar.edit'] },
  { name: 'devices', to: '/devices', icon: Iphone, verbs: ['org.device.read'] },
]
export const MOST = 9

/** Entries by role where the order of work is another than the table's. */
const FIRST: Readonly<Record<string, string>> = {
  commander: 'figures',
  dispatcher: 'dispatch',
  shift_leader: 'dispatch',
  analyst: 'figures',
  sysadmin: 'accounts',
}

/** The rail of a post: its home first, never more than nine. */
export function railOf(role: string, permissions: ReadonlySet<string>): RailEntry[] {
  const allowed = ENTRIES.filter((entry) => entry.verbs.some((verb) => permissions.has(verb)))
  const first = FIRST[role]
  const sorted = [...allowed].sort((a, b) => Number(b.name === first) - Number(a.name === first))
  return sorted.slice(0, MOST)
}

/** Whether the post may open the page. */
export function mayOpen(name: string, permissions: ReadonlySet<string>): boolean {
  const entry = ENTRIES.find((e) => e.name === name)
  return !entry || entry.verbs.some((verb) => permissions.has(verb))
}
