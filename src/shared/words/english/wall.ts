/** The wall: few words, each to be read from five metres. */

export const wall = {
  name: 'Wall',
  waiting: 'Waiting for the engine',
  drill: 'DRILL',
  product: 'Quarterdeck',
  noFeeds: 'No feeds',
  dataAge: 'Data {span} old',
  feed: '{feed} {freshness}',
  live: 'Live',
  notLive: 'Not live for {span}',
  turn: '{at} of {all}',
  moreOpen: { other: '{count} more open' },
  quiet: 'No incident',
  nothingFires: 'Nothing fires',
  fires: { one: '{count} alert fires', other: '{count} alerts fire' },
  moreFeeds: { other: 'and {count} more' },
  metrics: 'Metrics',
  noMetrics: 'No metrics are read',
  keyLines: 'Key lines',
  clocks: {
    checkpoint: { label: 'Next checkpoint', soon: 'Next checkpoint in', late: 'Checkpoint overdue' },
    update: { label: 'Customer update', soon: 'Customer update in', late: 'Update overdue' },
  },
  lastHeld: 'last {time}',
  noneHeld: 'none held yet',
  updateTo: 'to {audience}',
  customers: 'customers',
  /** Short, beside who holds them. */
  roles: { ic: 'IC', tech: 'Tech', comms: 'Comms', scribe: 'Scribe' },
  /** What is wrong with command, in two words. */
  marks: { fixing: '+ fixing', leads: 'leads {count}', noDeputy: 'no deputy' },
  updateTrouble: 'update to {channel}',
  failed: 'Failed: {what}',
  failedAndMore: { other: 'Failed: {what}, and {count} more' },
  unknown: 'Unknown whether it went out: {what}',
  unknownAndMore: { other: 'Unknown whether it went out: {what}, and {count} more' },
} as const
