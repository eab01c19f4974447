/** Phones of the own area: who has one, a code for a new one, the end of a lost one. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import {
  elevate,
  fetchDevices,
  fetchPhonePosts,
  makeEnrolmentCode,
  revokeDevice,
  type DeviceRow,
  type EnrolmentCode,
} from '@/api/org'
import { t } from '@/kit/i18n'
import { useUrlFilters } from '@/ui/console/state/filters'
import { usePaged, useResource } from '@/ui/console/state/resource'
import { useSession } from '@/ui/console/state/session'
import { done, failed } from '@/ui/console/toast'

/** The list and its verbs; the administrator of the system works in a timed session only. */
export function useDevices() {
  const session = useSession()
  const { filters, set } = useUrlFilters(['status'])
  const list = usePaged<DeviceRow>((cursor) => fetchDevices(filters.value.status, cursor))
  const until = ref(session.me?.elevated_until ?? null)
  const locked = computed(
    () => session.me?.post.role === 'sysadmin' && !(until.value && new Date(until.value).getTime() > Date.now()),
  )
  const busy = ref(false)
  void list.reload()
  watch(() => filters.value.status, list.reload)

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    busy.value = true
    try {
      await work()
    } catch (error) {
      failed(error)
    } finally {
      busy.value = false
    }
  }

  const begin = (purpose: string, minutes: number, proof: string) =>
    attempt(async () => void (until.value = (await elevate(purpose, minutes, proof)).until))
  const revoke = (row: DeviceRow) =>
    attempt(async () => {
      await revokeDevice(row.id)
      done(t('devices.done'))
      await list.reload()
    })

  return { filters, set, list, locked, busy, begin, revoke, mayChange: session.may('org.device.enrol') }
}

const LOOK_EVERY = 3000

/** One enrolment: choose a post, show the code, notice when the phone has come. */
export function useEnrolment(known: () => readonly DeviceRow[]) {
  const posts = useResource(() => fetchPhonePosts())
  const postId = ref<number | null>(null)
  const code = shallowRef<EnrolmentCode | null>(null)
  const come = shallowRef<DeviceRow | null>(null)
  const busy = ref(false)
  const now = ref(Date.now())
  const left = computed(() => (code.value ? Math.max(0, new Date(code.value.expires_at).getTime() - now.value) : 0))
  const seconds = setInterval(() => (now.value = Date.now()), 1000)
  const looks = setInterval(() => void look(), LOOK_EVERY)
  let before = 0

  async function make(): Promise<void> {
    if (postId.value === null) return
    busy.value = true
    come.value = null
    try {
      before = Math.max(0, ...known().map((row) => row.id))
      code.value = await makeEnrolmentCode(postId.value)
      now.value = Date.now()
    } catch (error) {
      failed(error)
    } finally {
      busy.value = false
    }
  }

  async function look(): Promise<void> {
    if (!code.value || come.value || !left.value) return
    try {
      const page = await fetchDevices('active', '')
      come.value = page.items.find((row) => row.post_id === postId.value && row.id > before) ?? null
    } catch {
      // The next look tells; the code is valid whether we look or not.
    }
  }

  onScopeDispose(() => {
    clearInterval(seconds)
    clearInterval(looks)
  })
  return { posts, postId, code, come, busy, left, make }
}
