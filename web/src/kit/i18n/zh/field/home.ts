export default {
  home: {
    todo: '待办',
    count: '{n} 件待办',
    late: '其中超时 {n} 件',
    none: '没有待办',
    noneHint: '派给您的工单、任务和通知会出现在这里;下方可以采集、上报。',
    all: '全部',
    first: '正在下载本网格资料,请稍候',
    firstOffline: '还没有下载过资料,联网后会自动下载',
    tickets: '工单',
    notices: '通知',
  },
}
