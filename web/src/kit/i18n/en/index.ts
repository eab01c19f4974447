import type { Shape } from '../shape'
import type zh from '../zh'
import common from './common'
import desk from './desk'
import hotline from './hotline'

const en: Shape<typeof zh> = { ...common, ...desk, ...hotline }
export default en
