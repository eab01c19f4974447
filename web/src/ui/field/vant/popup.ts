import './theme.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import { Popup } from 'vant/es/popup'

export default Popup
