/** The live metrics: tiles, and what is done with all of them. */

export const metricTexts = {
  none: 'Panels of Grafana and Prometheus appear here, with their thresholds.',
  /** Of the catalogue's panels of a service of the incident. */
  pinOfService: { one: 'Pin {count} panel of {service} {key}', other: 'Pin {count} panels of {service} {key}' },
  noneHow: 'Connect one with {connect} and choose panels with {choose}',
  freeze: 'Snapshot {key}',
  zoneOfAxes: 'The times under the charts are {zone}',
  freezeHint: 'Picture and values, into the timeline',
  frozen: 'Snapshot added to the timeline',
  frozenNumbers: 'Snapshot of the values only; {problem}',
  noPicture: 'no picture: {problem}',
  compare: 'Compare {key}',
  compareHint: 'Yesterday, a week ago, none',
  compared: { yesterday: 'Dashed: yesterday {key}', 'last-week': 'Dashed: a week ago {key}' },
  comparedPartly: {
    yesterday: 'Dashed: yesterday, incomplete {key}',
    'last-week': 'Dashed: a week ago, incomplete {key}',
  },
  zoomed: '{from}–{to} only · show all',
  legend: 'Decisions, deploys and annotations marked in the charts',
  /** How many there are, where not all have room. */
  mark: { decision: '{label} decision: {text}', deploy: '{label} deploy: {text}', note: '{label} annotation: {text}' },
  marks: { one: '{count} mark', other: '{count} marks' },
  /** Charts that are not in sight before anybody scrolls. */
  below: { one: ' · {count} more below', other: ' · {count} more below' },
  rows: '{title}, rows',
  noRows: 'No rows',
  moreRows: { one: 'and {count} more row', other: 'and {count} more rows' },
  insteadOf: '{usual} does not respond: data from {name}',
  via: 'via {name}',
  noDataSince: 'no data since {time}',
  endedLines: { one: '{count} line ended', other: '{count} lines ended' },
  lineUntil: '{line} until {time}',
  before: 'Ten minutes before: {value}',
  beforeShort: '{value} 10 min ago',
} as const

/** What freezing writes into the timeline. */
export const snapshotTexts = {
  line: 'Metrics at {time} UTC: {panels}',
  noValue: 'has no value',
  ended: 'no data since {time}',
  rows: { one: '{count} row', other: '{count} rows' },
} as const
