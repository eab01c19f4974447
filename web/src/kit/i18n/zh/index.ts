import common from './common'
import desk from './desk'
import hotline from './hotline'
import video from './video'
import wall from './wall'

export default { ...common, ...desk, ...hotline, ...video, ...wall }
