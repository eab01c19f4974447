import './theme.css'
import 'vant/es/sticky/index.css'
import 'vant/es/swipe/index.css'
import 'vant/es/swipe-item/index.css'
import 'vant/es/tabs/index.css'
import 'vant/es/tab/index.css'
import 'vant/es/cascader/index.css'
import { Cascader } from 'vant/es/cascader'

export default Cascader
