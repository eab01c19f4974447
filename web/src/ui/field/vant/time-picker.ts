import './theme.css'
import 'vant/es/loading/index.css'
import 'vant/es/picker/index.css'
import { TimePicker } from 'vant/es/time-picker'

export default TimePicker
