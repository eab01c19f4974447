import type { Shape } from '../shape'
import type zh from '../zh'
import common from './common'
import desk from './desk'
import hotline from './hotline'
import video from './video'
import wall from './wall'

const en: Shape<typeof zh> = { ...common, ...desk, ...hotline, ...video, ...wall }
export default en
