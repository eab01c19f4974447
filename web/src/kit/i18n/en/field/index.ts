import type { Shape } from '../../shape'
import type zh from '../../zh/field'
import campaigns from './campaigns'
import device from './device'
import forms from './forms'
import home from './home'
import patrol from './patrol'
import premises from './premises'
import residents from './residents'
import shell from './shell'
import work from './work'

const en: Shape<typeof zh> = { ...shell, ...campaigns, ...forms, ...device, ...home, ...patrol, ...premises, ...residents, ...work }
export default en
