import common from './common'
import desk from './desk'
import hotline from './hotline'
import patrol from './patrol'
import residents from './residents'
import wall from './wall'

export default { ...common, ...desk, ...hotline, ...patrol, ...wall, ...residents }
