import common from './common'
import desk from './desk'
import hotline from './hotline'

export default { ...common, ...desk, ...hotline }
