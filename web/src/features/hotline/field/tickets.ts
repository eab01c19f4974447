/** Hotline tickets of the own grid, to read. */
export interface PhoneTicket {
  id: number
  no: string
  title: string
  content: string
  kind_label: string
  urgency: string
  topic: string
  status: string
  status_label: string
  tone: string
  address: string
  lon: number | null
  lat: number | null
  received_at: string
  due_at: string | null
  late: boolean
  caller: string
  caller_no: string
}

/** What is due soonest first; without a date, the newest first. */
export function ticketOrder(a: PhoneTicket, b: PhoneTicket): number {
  const due = (t: PhoneTicket) => (t.due_at ? Date.parse(t.due_at) : Number.MAX_SAFE_INTEGER)
  return due(a) - due(b) || b.received_at.localeCompare(a.received_at)
}
