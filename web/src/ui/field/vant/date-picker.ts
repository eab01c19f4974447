import './theme.css'
import 'vant/es/loading/index.css'
import 'vant/es/picker/index.css'
import { DatePicker } from 'vant/es/date-picker'

export default DatePicker
