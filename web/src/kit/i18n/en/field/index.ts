import type { Shape } from '../../shape'
import type zh from '../../zh/field'
import device from './device'
import home from './home'
import shell from './shell'
import work from './work'

const en: Shape<typeof zh> = { ...shell, ...device, ...home, ...work }
export default en
