/** 信息采集登记 on the door step: three steps, checked as the server checks, sealed before it is kept. */
import { computed, ref } from 'vue'
import { idNoFault, normalIdNo, sexOf, birthdayOf, ageOn } from '@/domain/idcard'
import { SEX, arrivalFaults, nameFault, numberFault } from '@/domain/residents'
import { t } from '@/kit/i18n/field'
import { addDays, day } from '@/kit/time'
import { useDevice, useDraft, useOutbox, useSend } from '@/offline/use'

export interface ArrivalForm {
  kind: string
  name: string
  id_type: string
  id_no: string
  phone: string
  no_smartphone: boolean
  relative: string
  relative_phone: string
  from_place: string
  last_left_on: string
  arrived_on: string
  transport: string
  transport_no: string
  risk_travel: boolean
  address: string
  temperature: number | null
  symptoms: string[]
  declared_by: string
  declarer: string
  note: string
}

export const emptyArrival = (): ArrivalForm => ({
  kind: '',
  name: '',
  id_type: 'id_card',
  id_no: '',
  phone: '',
  no_smartphone: false,
  relative: '',
  relative_phone: '',
  from_place: '',
  last_left_on: '',
  arrived_on: '',
  transport: '',
  transport_no: '',
  risk_travel: false,
  address: '',
  temperature: null,
  symptoms: [],
  declared_by: 'worker',
  declarer: '',
  note: '',
})

/** Which fields a step asks. */
export const STEPS: readonly (readonly string[])[] = [
  ['kind', 'name', 'id_no', 'phone', 'relative_phone'],
  ['from_place', 'last_left_on', 'arrived_on', 'transport'],
  ['address', 'temperature', 'symptoms', 'declared_by'],
]

/** Everything that is wrong, by field. */
export function faultsOf(form: ArrivalForm, today: string): Record<string, string> {
  const numbers = [form.phone, form.relative_phone].filter((n) => n.trim()).length
  const faults = arrivalFaults(
    { ...form, phones: numbers, last_left_on: form.last_left_on || null, arrived_on: form.arrived_on || null },
    today,
  )
  const own: Record<string, string> = {
    name: nameFault(form.name),
    id_no: idNoFault(form.id_type, form.id_no, today),
    phone: numberFault(form.phone),
    relative_phone: numberFault(form.relative_phone),
  }
  for (const [name, fault] of Object.entries(own)) if (fault) faults[name] = fault
  return faults
}

/** The body of the command. */
export function bodyOf(form: ArrivalForm): Record<string, unknown> {
  const { phone, relative, relative_phone, last_left_on, ...rest } = form
  const phones = [
    ...(phone.trim() ? [{ number: phone, kind: 'own', holder: '' }] : []),
    ...(relative_phone.trim() ? [{ number: relative_phone, kind: 'relative', holder: relative }] : []),
  ]
  return {
    ...rest,
    id_no: normalIdNo(form.id_no),
    phones,
    last_left_on: last_left_on || null,
    preferred_contact: form.no_smartphone && !phone.trim() ? (relative_phone.trim() ? 'relative' : 'visit') : 'phone',
  }
}

/** The form of an earlier body, for correcting a refused one. */
export function formOf(body: Record<string, unknown>): ArrivalForm {
  const phones = (body.phones ?? []) as { number: string; kind: string; holder: string }[]
  const own = phones.find((p) => p.kind === 'own')
  const other = phones.find((p) => p.kind !== 'own')
  const known = Object.fromEntries(Object.entries(emptyArrival()).map(([name, empty]) => [name, body[name] ?? empty]))
  return { ...(known as unknown as ArrivalForm), phone: own?.number ?? '', relative: other?.holder ?? '', relative_phone: other?.number ?? '' }
}

/** The page's state and verbs; `instead` is the refused command that this one replaces. */
export function useArrival(instead: string) {
  const draft = useDraft<ArrivalForm>('residents.arrival', emptyArrival(), { sealed: true })
  const device = useDevice()
  const outbox = useOutbox((entry) => entry.id === instead)
  const send = useSend()
  const step = ref(0)
  const tried = ref(false)
  const busy = ref(false)
  const today = computed(() => day(device.now()))
  const faults = computed(() => faultsOf(draft.value, today.value))
  const shown = computed(() => (tried.value ? faults.value : {}))
  const stepIsWrong = computed(() => (STEPS[step.value] ?? []).some((name) => faults.value[name]))
  const days = computed(() => (['today', 'yesterday', 'before'] as const).map((name, back) => ({ value: addDays(today.value, -back), label: t(`residents.daysAgo.${name}`) })))
  const born = computed(() => {
    const number = normalIdNo(draft.value.id_no)
    const birthday = birthdayOf(draft.value.id_type, number)
    if (!birthday || faults.value.id_no) return ''
    const sex = sexOf(draft.value.id_type, number) as keyof typeof SEX
    return t('residents.born', { sex: SEX[sex], age: ageOn(birthday, today.value) })
  })

  /** One step on; `false` when something is missing here. */
  function next(): boolean {
    tried.value = stepIsWrong.value
    if (stepIsWrong.value) return false
    step.value += 1
    return true
  }

  function back(): void {
    step.value -= 1
    tried.value = false
  }

  /** Seals and keeps it; `true` when it is kept. */
  async function submit(): Promise<boolean> {
    tried.value = true
    if (busy.value || Object.keys(faults.value).length) return false
    busy.value = true
    try {
      const body = bodyOf(draft.value)
      const title = t('residents.outbox', { name: `${draft.value.name.slice(0, 1)}${'*'.repeat(Math.max(draft.value.name.length - 1, 1))}` })
      if (instead) await outbox.resend(instead, body)
      else await send('residents.register_arrival', body, { title, sealed: true })
      await draft.clear()
      return true
    } finally {
      busy.value = false
    }
  }

  return { draft, outbox, step, shown, busy, today, days, born, next, back, submit }
}
