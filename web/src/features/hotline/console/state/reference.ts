/** What changes seldom: the problem tree and the topics. */
import type { ShallowRef } from 'vue'
import { fetchCategories, fetchTopics, type Category, type Topic } from '@/api/hotline'
import { useResource } from '@/ui/console/state/resource'

/** The whole problem tree. */
export function useCategories(): ShallowRef<Category[] | null> {
  return useResource<Category[]>(() => fetchCategories()).data
}

/** The hot topics. */
export function useTopics(): ShallowRef<Topic[] | null> {
  return useResource<Topic[]>(() => fetchTopics()).data
}
