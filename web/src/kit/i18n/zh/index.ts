import campaigns from './campaigns'
import common from './common'
import desk from './desk'
import hotline from './hotline'
import wall from './wall'

export default { ...campaigns, ...common, ...desk, ...hotline, ...wall }
