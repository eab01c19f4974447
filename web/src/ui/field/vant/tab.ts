import './theme.css'
import 'vant/es/swipe-item/index.css'
import 'vant/es/tab/index.css'
import { Tab } from 'vant/es/tab'

export default Tab
