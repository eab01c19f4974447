import campaigns from './campaigns'
import common from './common'
import desk from './desk'
import forms from './forms'
import hotline from './hotline'
import premises from './premises'
import wall from './wall'

export default { ...campaigns, ...common, ...desk, ...hotline, ...premises, ...wall, ...forms }
