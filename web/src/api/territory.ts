/** Areas: town, village, grid. */
import { get } from './client'

export interface AreaCard {
  id: number
  kind: string
  name: string
  short_name: string
  parent_id: number | null
  town_id: number | null
  village_id: number | null
  grid_id: number | null
  path_names: string[]
}

const BASE = '/api/console/territory'

export const searchAreas = (q: string) => get<AreaCard[]>(`${BASE}/areas/search`, { q })
export const fetchTowns = () => get<AreaCard[]>(`${BASE}/areas`, { kind: 'town' })
export const fetchArea = (id: number) => get<AreaCard>(`${BASE}/areas/${id}`)
