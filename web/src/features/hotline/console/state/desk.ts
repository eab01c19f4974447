/** The operator's desk: number → history and duplicates → ticket, all by keyboard. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import {
  callerHistory,
  createTicket,
  findDuplicates,
  moveTicket,
  type Duplicate,
  type PastTicket,
  type TicketDraft,
} from '@/api/hotline'
import { ApiError } from '@/api/errors'
import { isPhone, normalPhone } from '@/domain/phone'
import { t } from '@/kit/i18n'
import { asApiError } from '@/ui/console/state/resource'
import { allTowns } from '@/ui/console/state/areas'
import { useDraft } from '@/ui/console/state/draft'
import { done, failed } from '@/ui/console/toast'
import { useCategories, useTopics } from './reference'

export type DeskForm = TicketDraft & { reply: string; knowledge_ref: string; three_way_with: string }

const PERSONAL = ['caller', 'caller_no', 'contact_no'] as const

function blank(): DeskForm {
  return {
    channel: 'phone',
    kind: 'inquiry',
    urgency: 'normal',
    caller_type: 'person',
    caller: '',
    caller_no: '',
    contact_no: '',
    confidential: false,
    title: '',
    content: '',
    category_id: null,
    topic: '',
    area_id: null,
    address: '',
    internal_note: '',
    callback_wanted: true,
    reply: '',
    knowledge_ref: '',
    three_way_with: '',
  }
}

/** The draft part of the form, as the API wants it. */
export function draftOf(form: DeskForm): TicketDraft {
  const { reply: _reply, knowledge_ref: _ref, three_way_with: _with, ...draft } = form
  return { ...draft, caller_no: normalPhone(draft.caller_no), contact_no: normalPhone(draft.contact_no) }
}

/** All the desk's state and verbs. */
export function useDesk() {
  const { form, dirty, reset, restored } = useDraft('desk', blank, PERSONAL)
  const history = shallowRef<PastTicket[] | null>(null)
  const duplicates = shallowRef<Duplicate[]>([])
  const looking = ref(false)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const last = shallowRef<{ id: number; no: string; words: string } | null>(null)
  const startedAt = ref<number | null>(null)

  async function lookUp(): Promise<void> {
    startedAt.value ??= Date.now()
    const number = normalPhone(form.caller_no)
    if (!isPhone(number)) return
    looking.value = true
    try {
      history.value = await callerHistory(number)
      if (!form.contact_no) form.contact_no = number
    } catch (error) {
      history.value = null
      failed(error)
    } finally {
      looking.value = false
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  watch(
    () => [form.content, form.area_id, form.category_id] as const,
    () => {
      clearTimeout(timer)
      if (form.content.trim().length < 6) duplicates.value = []
      else timer = setTimeout(() => void compare(), 600)
    },
  )
  onScopeDispose(() => clearTimeout(timer))

  // A town named in the words is the likely place; what the operator chose herself stays.
  async function guessArea(): Promise<void> {
    if (form.area_id !== null) return
    const towns = await allTowns().catch(() => [])
    const named = towns.find((town) => form.content.includes(town.name) || (town.short_name.length > 1 && form.content.includes(town.short_name)))
    if (named && form.area_id === null) form.area_id = named.id
  }

  async function compare(): Promise<void> {
    await guessArea()
    const mine = ++latest
    const entry = { content: form.content, number: normalPhone(form.caller_no), area_id: form.area_id, category_id: form.category_id }
    const found = await findDuplicates(entry).catch(() => [])
    if (mine === latest) duplicates.value = found
  }

  function clear(): void {
    reset()
    history.value = null
    duplicates.value = []
    refused.value = null
    startedAt.value = null
  }

  async function act(work: () => Promise<{ id: number; no: string }>, words: string): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = null
    try {
      const ticket = await work()
      last.value = { id: ticket.id, no: ticket.no, words }
      done(`${ticket.no} ${words}`)
      clear()
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const submit = () => act(() => createTicket(draftOf(form), { submit: true }), t('desk.submitted'))
  const keepForLater = () => act(() => createTicket(draftOf(form), { submit: false }), t('desk.kept'))
  const answer = () =>
    act(
      () =>
        createTicket(draftOf(form), {
          direct_reply: {
            public_reply: form.reply,
            knowledge_ref: form.knowledge_ref,
            three_way_with: form.three_way_with,
          },
        }),
      t('desk.answered'),
    )

  /** The caller joins a matter that is there already. */
  const follow = (ticket: { id: number; no: string }) =>
    act(async () => {
      await moveTicket(ticket.id, 'follow', {
        channel: form.channel,
        caller: form.caller,
        number: normalPhone(form.caller_no),
        words: form.content,
        wants_callback: form.callback_wanted,
      })
      return ticket
    }, t('desk.followed'))

  const faults = computed(() => refused.value?.fields ?? {})
  return {
    form, dirty, restored, history, duplicates, looking, busy, refused, faults, last, startedAt,
    lookUp, clear, submit, keepForLater, answer, follow, topics: useTopics(), categories: useCategories(),
  }
}

export type Desk = ReturnType<typeof useDesk>
