/** `j k` walk the rows, Enter opens, the walked row stays in sight. */
import { nextTick, ref, watch, type Ref } from 'vue'
import { t } from '@/kit/i18n'
import { useKeys } from './keys'

export interface RowWalk {
  picked: Ref<number>
  pick: (index: number) => void
}

/** Walks `items`; `open` gets the picked one. */
export function useRowWalk<T>(items: Ref<readonly T[]>, open: (item: T) => void): RowWalk {
  const picked = ref(-1)

  function pick(index: number): void {
    picked.value = Math.min(Math.max(index, items.value.length ? 0 : -1), items.value.length - 1)
    void nextTick(() => document.querySelector('tr.picked, .picked')?.scrollIntoView({ block: 'nearest' }))
  }

  watch(items, (now) => {
    if (picked.value >= now.length) picked.value = now.length - 1
  })
  useKeys([
    { key: 'j', label: t('keys.next'), run: () => pick(picked.value + 1) },
    { key: 'k', label: t('keys.previous'), run: () => pick(picked.value - 1) },
    {
      key: 'Enter',
      label: t('keys.open'),
      run: () => {
        const item = items.value[picked.value]
        if (item !== undefined) open(item)
      },
    },
  ])
  return { picked, pick }
}
