export default {
  home: {
    todo: 'To do',
    count: '{n} to do',
    late: '{n} of them late',
    none: 'Nothing to do',
    noneHint: 'Tickets, tasks and notices for you appear here; below you can capture and report.',
    all: 'All',
    first: 'Fetching the records of your grid',
    firstOffline: 'Nothing fetched yet; it comes with the network',
    tickets: 'Tickets',
    notices: 'Notices',
  },
}
