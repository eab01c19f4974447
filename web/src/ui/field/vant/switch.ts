import './theme.css'
import 'vant/es/loading/index.css'
import 'vant/es/switch/index.css'
import { Switch } from 'vant/es/switch'

export default Switch
