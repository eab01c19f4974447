import common from './common'
import desk from './desk'
import forms from './forms'
import hotline from './hotline'
import wall from './wall'

export default { ...common, ...desk, ...forms, ...hotline, ...wall }
