/** Which panels of which dashboards stand in “Live metrics”. */

export const panelTexts = {
  title: 'Panels',
  inDrill: 'A drill has panels of its own. Leave the drill to pin panels of your dashboards.',
  noReader: 'Grafana or Prometheus is not connected.',
  connect: 'Connect Grafana or Prometheus with {key}',
  readThrough: 'Connection',
  choose: 'Choose a dashboard.',
  chooseAbout: 'Its panels appear here; pin them to “Live metrics”.',
  search: 'Search dashboards',
  found: 'Dashboards',
  inFolder: '{folder} / {title}',
  noneFound: 'No dashboards that this token can see.',
  more: 'More',
  openFile: 'Open a dashboard file…',
  noJson: '{file} is not JSON.',
  tooLarge: '{file} is larger than any dashboard.',
  reading: 'Loading the dashboard…',
  /** Of a dashboard’s row. */
  row: '{row} ({count})',
  aboveRows: 'Panels above the rows',
  pin: { one: 'Pin {count} panel', other: 'Pin {count} panels' },
  pinned: { other: '{count} pinned' },
  /** The first reason of those that were left out. */
  pinnedButNot: { other: '{count} pinned, {left} not: {reason}' },
  leftOut: '{panel}: {reason}',
  pinnedList: 'Pinned panels',
  inMetrics: 'In “Live metrics” ({count})',
  from: '{panel}, from {dashboard}',
  unpin: 'Unpin',
  unpinOne: 'Unpin {panel}',
  unpinAll: 'Unpin all',
} as const
