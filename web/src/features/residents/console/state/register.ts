/** Registering somebody: likely doubles are shown while typing, refusals stay at their fields. */
import { reactive, ref, shallowRef, watch } from 'vue'
import { fetchCareKinds, findDuplicates, registerPerson, type CareKind, type Likenesses, type PersonRow } from '@/api/residents'
import { ApiError } from '@/api/errors'
import { idNoFault } from '@/domain/idcard'
import { nameFault, numberFault } from '@/domain/residents'
import { day } from '@/kit/time'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { failed } from '@/ui/console/toast'

export interface PersonForm {
  name: string
  id_type: string
  id_no: string
  phone: string
  relative: string
  relative_phone: string
  area_id: number | null
  address: string
  residence: string
  no_smartphone: boolean
  preferred_contact: string
  care: string[]
}

export const emptyForm = (): PersonForm => ({
  name: '',
  id_type: 'id_card',
  id_no: '',
  phone: '',
  relative: '',
  relative_phone: '',
  area_id: null,
  address: '',
  residence: 'resident',
  no_smartphone: false,
  preferred_contact: 'phone',
  care: [],
})

/** Wrong fields of the form, by name; empty ones are the server's to refuse. */
export function formFaults(form: PersonForm, today: string): Record<string, string> {
  const faults: Record<string, string> = {}
  const name = form.name ? nameFault(form.name) : ''
  const idNo = idNoFault(form.id_type, form.id_no, today)
  const phone = numberFault(form.phone) || numberFault(form.relative_phone)
  if (name) faults.name = name
  if (idNo) faults.id_no = idNo
  if (phone) faults.phone = phone
  return faults
}

/** The dialog's state and verbs. */
export function useRegister() {
  const form = reactive(emptyForm())
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const alike = shallowRef<Likenesses | null>(null)
  const care = useResource<CareKind[]>(() => fetchCareKinds())
  let timer: ReturnType<typeof setTimeout> | undefined

  async function compare(): Promise<void> {
    const { name, id_type, id_no, phone } = form
    if (Object.keys(formFaults(form, day(Date.now()))).length || (!id_no && !phone)) {
      alike.value = null
      return
    }
    alike.value = await findDuplicates({ name, id_type, id_no, phone }).catch(() => null)
  }
  watch([() => form.name, () => form.id_no, () => form.phone], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void compare(), 500)
  })

  async function send(certain: boolean): Promise<PersonRow | null> {
    if (busy.value) return null
    busy.value = true
    refused.value = null
    const { phone, relative, relative_phone, ...plain } = form
    const phones = [
      ...(phone ? [{ number: phone, kind: 'own', holder: '' }] : []),
      ...(relative_phone ? [{ number: relative_phone, kind: 'relative', holder: relative }] : []),
    ]
    try {
      return await registerPerson({ ...plain, phones, certain })
    } catch (error) {
      refused.value = asApiError(error)
      if (refused.value.status === 409) await compare()
      else if (!Object.keys(refused.value.fields).length) failed(error)
      return null
    } finally {
      busy.value = false
    }
  }

  return { form, busy, refused, alike, care, send }
}
