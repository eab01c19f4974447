/** Own account; accounts and posts for administrators in a timed, recorded session. */
import { computed, ref, shallowRef } from 'vue'
import {
  changePassword,
  confirmTotp,
  createAccount,
  elevate,
  enrolTotp,
  fetchAccounts,
  givePost,
  lower,
  resetPassword,
  resetTotp,
  setAccountOpen,
  type AccountRow,
} from '@/api/org'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, usePaged } from '@/ui/console/state/resource'
import { useSession } from '@/ui/console/state/session'
import { done, failed } from '@/ui/console/toast'

/** Changing one's own password. */
export function usePassword() {
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)

  async function change(old: string, fresh: string): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      await changePassword(old, fresh)
      done(t('account.changed'))
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, refused, change }
}

/** Binding a second factor: the picture, the first code, the recovery codes. */
export function useSecondFactor() {
  const picture = ref('')
  const codes = ref<string[]>([])
  const busy = ref(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    busy.value = true
    try {
      await work()
    } catch (error) {
      failed(error)
    } finally {
      busy.value = false
    }
  }

  const begin = () => attempt(async () => void (picture.value = (await enrolTotp()).qr))
  const confirm = (code: string) =>
    attempt(async () => {
      codes.value = (await confirmTotp(code)).recovery_codes
      picture.value = ''
    })

  return { picture, codes, busy, begin, confirm }
}

export type PostDraft = Parameters<typeof givePost>[0]

/** The administrator's list and verbs. */
export function useAccounts() {
  const session = useSession()
  const until = ref(session.me?.elevated_until ?? null)
  const elevated = computed(() => until.value !== null && new Date(until.value).getTime() > Date.now())
  const q = ref('')
  const list = usePaged<AccountRow>((cursor) => fetchAccounts(q.value, cursor))
  const secret = shallowRef<{ username: string; password: string } | null>(null)
  const busy = ref(false)
  if (elevated.value) void list.reload()

  async function attempt(work: () => Promise<unknown>, words = ''): Promise<boolean> {
    busy.value = true
    try {
      await work()
      if (words) done(words)
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const begin = (purpose: string, minutes: number, proof: string) =>
    attempt(async () => {
      until.value = (await elevate(purpose, minutes, proof)).until
      await list.reload()
    })
  const finish = () =>
    attempt(async () => {
      await lower()
      until.value = null
    })
  const add = (username: string, name: string) =>
    attempt(async () => {
      secret.value = await createAccount(username, name)
      await list.reload()
    })
  const give = (draft: PostDraft) =>
    attempt(async () => {
      await givePost(draft)
      await list.reload()
    }, t('accounts.given'))
  const toggle = (row: AccountRow) =>
    attempt(async () => {
      await setAccountOpen(row.id, !row.is_active)
      await list.reload()
    })
  const reset = (row: AccountRow) =>
    attempt(async () => {
      secret.value = { username: row.username, password: (await resetPassword(row.id)).password }
    })
  const unbind = (row: AccountRow) =>
    attempt(async () => {
      await resetTotp(row.id)
      await list.reload()
    })

  return { until, elevated, q, list, secret, busy, begin, finish, add, give, toggle, reset, unbind }
}
