/** Areas: town, village, grid. */
import { get } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type AreaCard = Schemas['AreaOut']

const BASE = '/api/console/territory'

export const searchAreas = (q: string) => get<AreaCard[]>(`${BASE}/areas/search`, { q })
export const fetchTowns = () => get<AreaCard[]>(`${BASE}/areas`, { kind: 'town' })
export const fetchArea = (id: number) => get<AreaCard>(`${BASE}/areas/${id}`)
