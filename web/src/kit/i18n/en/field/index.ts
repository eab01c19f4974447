import type { Shape } from '../../shape'
import type zh from '../../zh/field'
import forms from './forms'
import shell from './shell'

const en: Shape<typeof zh> = { ...shell, ...forms }
export default en
