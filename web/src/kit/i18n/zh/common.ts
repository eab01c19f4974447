export default {
  app: { name: '网格', wall: '指挥大屏' },
  state: {
    loading: '正在读取',
    offlineDetail: '网络连接中断,请求没有送达;已填写的内容仍在页面上,恢复后请重试',
    tooLarge: '文件过大,请压缩后重新上传',
    serverDown: '服务暂时不可用,请稍后重试',
    refused: '请求没有被接受,请刷新页面后重试',
  },
}
