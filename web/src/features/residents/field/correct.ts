/** 纠错 on the phone: only what was touched goes up, against the version the phone holds. */
import { computed, reactive, ref, watch } from 'vue'
import { numberFault } from '@/domain/residents'
import { t } from '@/kit/i18n/field'
import { useOutbox, useRecord, useSend } from '@/offline/use'

export interface PersonRecord {
  id: number
  name: string
  address: string
  presence: string
  no_smartphone: boolean
  preferred_contact: string
  care: string[]
  phones: { id: number; kind: string; holder: string; number: string; wrong: boolean }[]
  version: number
}

export interface CorrectForm {
  address: string
  presence: string
  no_smartphone: boolean
  preferred_contact: string
  care: string[]
  number: string
  kind: string
  holder: string
  drop: number[]
}

const PLAIN = ['address', 'presence', 'no_smartphone', 'preferred_contact'] as const

/** What changed, as the command wants it; `null` when nothing did. */
export function correctionOf(person: PersonRecord, form: CorrectForm): Record<string, unknown> | null {
  const fields = Object.fromEntries(PLAIN.filter((name) => form[name] !== person[name]).map((name) => [name, form[name]]))
  const care = [...form.care].sort().join() === [...person.care].sort().join() ? null : [...form.care]
  const add = form.number.trim() ? [{ number: form.number, kind: form.kind, holder: form.holder }] : []
  if (!Object.keys(fields).length && care === null && !add.length && !form.drop.length) return null
  return { person_id: person.id, version: person.version, fields, add_phones: add, drop_phones: [...form.drop], care }
}

/** The page's state and verbs; `instead` is the refused command that this one replaces. */
export function useCorrection(id: () => number, instead: string) {
  const { row, ready } = useRecord<PersonRecord>('residents.person', id)
  const outbox = useOutbox((entry) => entry.id === instead)
  const send = useSend()
  const busy = ref(false)
  const form = reactive<CorrectForm>({
    address: '',
    presence: 'here',
    no_smartphone: false,
    preferred_contact: 'phone',
    care: [],
    number: '',
    kind: 'own',
    holder: '',
    drop: [],
  })
  let filled = 0
  watch(row, (person) => {
    if (!person || filled === person.id) return
    filled = person.id
    for (const name of PLAIN) Object.assign(form, { [name]: person[name] })
    form.care = [...person.care]
  })
  const fault = computed(() => numberFault(form.number))
  const correction = computed(() => (row.value ? correctionOf(row.value, form) : null))

  /** Seals and keeps it; `true` when it is kept. */
  async function save(): Promise<boolean> {
    const person = row.value
    if (!person || !correction.value || fault.value || busy.value) return false
    busy.value = true
    try {
      if (instead) await outbox.resend(instead, correction.value)
      else {
        const { presence, no_smartphone, preferred_contact } = form
        const title = t('residents.correctTitle', { name: person.name })
        const touches = [{ kind: 'residents.person', id: person.id, patch: { presence, no_smartphone, preferred_contact } }]
        await send('residents.correct_person', correction.value, { title, sealed: true, touches })
      }
      return true
    } finally {
      busy.value = false
    }
  }

  return { row, ready, form, fault, correction, busy, save }
}
