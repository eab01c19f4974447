import './theme.css'
import 'vant/es/loading/index.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/action-sheet/index.css'
import { ActionSheet } from 'vant/es/action-sheet'

export default ActionSheet
