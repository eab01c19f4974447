/** One file per feature; each lists its words under its own name. */
import campaigns from './campaigns'
import device from './device'
import forms from './forms'
import home from './home'
import patrol from './patrol'
import premises from './premises'
import residents from './residents'
import shell from './shell'
import work from './work'

export default { ...shell, ...campaigns, ...forms, ...device, ...home, ...patrol, ...premises, ...residents, ...work }
