/** One file per feature; each lists its words under its own name. */
import shell from './shell'

export default { ...shell }
