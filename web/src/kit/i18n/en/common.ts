export default {
  app: { name: 'Wangge', wall: 'Command wall' },
  state: {
    loading: 'Loading',
    offlineDetail: 'The connection is down and the request did not arrive; what you typed is still here, try again later',
    tooLarge: 'The file is too large: compress it and upload again',
    serverDown: 'The service is not available at the moment, please try again',
    refused: 'The request was not accepted: reload the page and try again',
  },
}
