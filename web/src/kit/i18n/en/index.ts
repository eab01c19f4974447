import type { Shape } from '../shape'
import type zh from '../zh'
import campaigns from './campaigns'
import common from './common'
import desk from './desk'
import forms from './forms'
import hotline from './hotline'
import premises from './premises'
import wall from './wall'

const en: Shape<typeof zh> = { ...campaigns, ...common, ...desk, ...hotline, ...premises, ...wall, ...forms }
export default en
