/** Who is logged in, in which post; what the post may do. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { fetchMe, choosePost, logOut, type Me } from '@/api/org'
import { forgetAll } from '@/offline/storage'

export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null)
  const permissions = computed(() => new Set(me.value?.permissions ?? []))

  let loading: Promise<void> | null = null

  /** Reads who I am, once; a failure may be tried again. */
  function ready(): Promise<void> {
    loading ??= fetchMe().then(
      (found) => {
        me.value = found
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }

  /** Whether the post holds any of these verbs. */
  function may(...verbs: string[]): boolean {
    return verbs.some((verb) => permissions.value.has(verb))
  }

  async function changePost(postId: number): Promise<void> {
    await choosePost(postId)
    window.location.assign('/')
  }

  async function leave(): Promise<void> {
    forgetAll('draft:')
    await logOut()
    window.location.assign('/login')
  }

  return { me, permissions, ready, may, changePost, leave }
})
