/** One file per feature; each lists its words under its own name. */
import device from './device'
import home from './home'
import shell from './shell'
import work from './work'

export default { ...shell, ...device, ...home, ...work }
