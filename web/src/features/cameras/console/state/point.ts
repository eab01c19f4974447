/** One point. */
import { fetchPoint, type PointPage } from '@/api/cameras'
import { useResource } from '@/ui/console/state/resource'

export const usePoint = (id: number) => useResource<PointPage>(() => fetchPoint(id))
