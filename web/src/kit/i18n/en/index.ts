import type { Shape } from '../shape'
import type zh from '../zh'
import common from './common'
import desk from './desk'
import hotline from './hotline'
import patrol from './patrol'
import residents from './residents'
import wall from './wall'

const en: Shape<typeof zh> = { ...common, ...desk, ...hotline, ...patrol, ...wall, ...residents }
export default en
