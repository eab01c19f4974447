import type { Shape } from '../../shape'
import type zh from '../../zh/field'
import shell from './shell'

const en: Shape<typeof zh> = { ...shell }
export default en
