/** A five-haves inspection as it is being made. */
export interface ItemDraft {
  answer: 'yes' | 'no' | 'na' | null
  note: string
  photos: string[]
}

export const FIVE = ['guide', 'system', 'supplies', 'support', 'isolation'] as const
export const GATE = ['health_code', 'travel_code', 'mask', 'vaccine', 'temperature'] as const

export interface InspectionDraft {
  kind: 'routine' | 'group' | 'surprise'
  five: Record<string, ItemDraft>
  gate: Record<string, ItemDraft>
  vaccinated: number | null
  inspectors: string
  problem: string
  serious: boolean
  note: string
  photos: string[]
  signature: string | null
}

const item = (): ItemDraft => ({ answer: null, note: '', photos: [] })
const items = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, item()]))

export function emptyInspection(): InspectionDraft {
  return { kind: 'routine', five: items(FIVE), gate: items(GATE), vaccinated: null, inspectors: '', problem: '', serious: false, note: '', photos: [], signature: null }
}

/** How many of the five are still to be answered. */
export const missing = (draft: InspectionDraft): number => FIVE.filter((code) => !draft.five[code]?.answer).length

function answered(all: Record<string, ItemDraft>): Record<string, { answer: string; note: string; evidence: string }> {
  const found: Record<string, { answer: string; note: string; evidence: string }> = {}
  for (const [code, one] of Object.entries(all)) if (one.answer) found[code] = { answer: one.answer, note: one.note, evidence: one.photos[0] ?? '' }
  return found
}

/** The command's body, and the files it names. */
export function bodyOf(draft: InspectionDraft, premises: number, campaign: number | null): { body: object; photos: string[] } {
  const evidence = [...Object.values(draft.five), ...Object.values(draft.gate)].flatMap((one) => one.photos)
  const body = {
    premises_id: premises,
    kind: draft.kind,
    five: answered(draft.five),
    gate: answered(draft.gate),
    vaccinated: draft.vaccinated,
    inspectors: draft.inspectors.split(/[,,、\s]+/).filter(Boolean),
    note: draft.note,
    photos: draft.photos,
    signature: draft.signature ?? '',
    problems: draft.problem.trim() ? [{ text: draft.problem.trim(), severity: draft.serious ? 'serious' : 'normal' }] : [],
    campaign_id: campaign,
  }
  return { body, photos: [...draft.photos, ...evidence, ...(draft.signature ? [draft.signature] : [])] }
}
