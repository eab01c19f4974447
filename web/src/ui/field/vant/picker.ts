import './theme.css'
import 'vant/es/loading/index.css'
import 'vant/es/picker/index.css'
import { Picker } from 'vant/es/picker'

export default Picker
