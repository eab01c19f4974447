/** Time left as words, share and tone: a number and a bar, never only a colour. */
import type { Tone } from './labels'
import { t } from '@/kit/i18n/speak'

const HOUR = 60
const DAY = 24 * HOUR

/** `75` → `1 小时 15 分`; below a minute `不到 1 分钟`; days only for calendar minutes. */
export function duration(minutes: number, days = true): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole === 0) return t('time.underMinute')
  const d = days ? Math.floor(whole / DAY) : 0
  const h = Math.floor((whole - d * DAY) / HOUR)
  const m = whole - d * DAY - h * HOUR
  const parts: string[] = []
  if (d) parts.push(t('time.days', { n: d }))
  if (h) parts.push(t('time.hours', { n: h }))
  if (m && !d) parts.push(t('time.minutes', { n: m }))
  return parts.join(' ') || t('time.underMinute')
}

export interface Left {
  text: string
  tone: Tone
  late: boolean
  /** Used part of the time, 0–1; 1 when late. */
  share: number
}

export interface DueFacts {
  dueAt: string | null | undefined
  now: number
  /** Minutes that count, from the server: working minutes for working clocks. */
  remaining?: number | null
  allowed?: number | null
  /** When the time began, where the counted minutes are not known: the share is then by the wall clock. */
  since?: string | null
  late?: boolean | null
  /** Working minutes are told in hours only: a "day" would be ambiguous. */
  working?: boolean
}

const WATCH_SHARE = 0.75

/** What to show for a deadline; `null` when there is none. */
export function timeLeft(facts: DueFacts): Left | null {
  if (!facts.dueAt) return null
  const byClock = (new Date(facts.dueAt).getTime() - facts.now) / 60_000
  const late = facts.late ?? byClock < 0
  if (late || byClock < 0) {
    return { text: t('time.late', { d: duration(-byClock) }), tone: 'late', late: true, share: 1 }
  }
  const remaining = facts.remaining ?? byClock
  const share = usedShare(facts, remaining, byClock)
  const near = share >= WATCH_SHARE || byClock < 2 * HOUR
  const key = facts.working ? 'time.leftWorking' : 'time.left'
  return { text: t(key, { d: duration(remaining, !facts.working) }), tone: near ? 'watch' : 'good', late: false, share }
}

function usedShare(facts: DueFacts, remaining: number, byClock: number): number {
  const whole = facts.allowed ?? (facts.since ? byClock + (facts.now - new Date(facts.since).getTime()) / 60_000 : 0)
  const left = facts.allowed ? remaining : byClock
  return whole > 0 ? Math.min(1, Math.max(0, 1 - left / whole)) : 0
}

/** How long ago: `5 分钟前`, `3 小时前`, `2 天前`. */
export function ago(at: string | null | undefined, now: number): string {
  if (!at) return '–'
  const minutes = (now - new Date(at).getTime()) / 60_000
  if (minutes < 1) return t('time.justNow')
  if (minutes < HOUR) return t('time.ago', { d: t('time.minutes', { n: Math.floor(minutes) }) })
  if (minutes < DAY) return t('time.ago', { d: t('time.hours', { n: Math.floor(minutes / HOUR) }) })
  return t('time.ago', { d: t('time.days', { n: Math.floor(minutes / DAY) }) })
}
