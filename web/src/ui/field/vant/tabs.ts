import './theme.css'
import 'vant/es/sticky/index.css'
import 'vant/es/swipe/index.css'
import 'vant/es/tabs/index.css'
import { Tabs } from 'vant/es/tabs'

export default Tabs
