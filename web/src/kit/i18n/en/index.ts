import type { Shape } from '../shape'
import type zh from '../zh'
import cameras from './cameras'
import campaigns from './campaigns'
import common from './common'
import desk from './desk'
import forms from './forms'
import hotline from './hotline'
import patrol from './patrol'
import premises from './premises'
import residents from './residents'
import video from './video'
import wall from './wall'

const en: Shape<typeof zh> = { ...cameras, ...campaigns, ...common, ...desk, ...forms, ...hotline, ...video, ...patrol, ...premises, ...residents, ...wall }
export default en
