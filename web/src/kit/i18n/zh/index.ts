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

export default { ...cameras, ...campaigns, ...common, ...desk, ...forms, ...hotline, ...video, ...patrol, ...premises, ...residents, ...wall }
