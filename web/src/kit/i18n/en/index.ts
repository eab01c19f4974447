import type { Shape } from '../shape'
import type zh from '../zh'
import common from './common'

const en: Shape<typeof zh> = { ...common }
export default en
