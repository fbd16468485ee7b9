/** The wallboard: few words, each to be read from five metres. */

export const wallTexts = {
  name: 'Wallboard',
  waiting: 'Waiting for the engine',
  drill: 'DRILL',
  noFeeds: 'No data sources',
  /** Every feed is on time; the one that is asked least often. */
  dataAge: 'Oldest data {span}',
  feed: '{feed} {freshness}',
  /** Whether the engine is heard, and nothing else: data have ages of their own. */
  connected: 'Connected',
  notConnected: 'No connection for {span}',
  time: 'Time now',
  openFor: 'open for',
  turn: '{at} of {all}',
  moreOpen: { other: '{count} more open' },
  quiet: 'No incident',
  nothingFires: 'No alerts firing',
  fires: { one: '{count} alert firing', other: '{count} alerts firing' },
  firesAtLeast: { other: '{count}+ alerts firing' },
  alertsUnknown: {
    'nothing-connected': 'Alerts unknown: no source is connected',
    'not-heard': 'Alerts unknown: no connection to the engine',
    none: 'Alerts unknown: no source has current data',
  },
  someUnknown: {
    one: '{count} of {all} alert sources unknown',
    other: '{count} of {all} alert sources unknown',
  },
  unread: { one: '{count} alert could not be read', other: '{count} alerts could not be read' },
  /** A source that answers, and from which something other than alerts could not be read. */
  someInPart: {
    one: '{count} of {all} alert sources partial',
    other: '{count} of {all} alert sources partial',
  },
  partly: '{known}; {unknown}',
  moreFeeds: { other: 'and {count} more' },
  metrics: 'Metrics',
  noMetrics: 'No metrics',
  /** Of a figure whose line has ended: when it was so. */
  ended: '{span} ago',
  keyLines: 'Key lines',
  clocks: {
    checkpoint: { label: 'Next checkpoint', soon: 'Next checkpoint in', late: 'Checkpoint late' },
    update: { label: 'Customer update', soon: 'Customer update in', late: 'Update late' },
  },
  /** Why a person put the checkpoint off. */
  postponed: 'Checkpoint put off: {reason}',
  lastHeld: 'last {time}',
  noneHeld: 'none held yet',
  updateTo: 'to {audience}',
  /** Of another audience than customers. */
  internalSoon: 'Update to {audience} in {clock}',
  taskSoon: '{clock} · {who}: {text}',
  taskLateUnowned: '+{clock} · {who}: {text}',
  taskLate: '+{clock} · ask {who}: {text}',
  decisions: {
    objection: '{clock} · decide: {text}',
    revisit: '{clock} · revisit: {text}',
    if: '{text} ({condition}?)',
  },
  conflict: 'Set differently on two machines: {what}',
  void: 'Not in effect, from {who}: {reason}',
  targets: {
    acknowledge: 'Not acknowledged, overdue by {clock}',
    respond: 'No first response, overdue by {clock}',
    engage: 'No commander, overdue by {clock}',
  },
  /** About a commander of many hours who has a deputy. */
  reliefBy: {
    relief: 'Hand over to {deputy}? {who} in command for {span}',
    reliefOverdue: 'Hand over to {deputy} now: {who} in command for {span}',
  },
  internalLate: 'Update to {audience} overdue by {clock}',
  customers: 'customers',
  /** Short, next to the holders. */
  roles: { ic: 'IC', tech: 'Tech', comms: 'Comms', scribe: 'Scribe' },
  ownRoles: 'Roles of this incident',
  moreRoles: { one: '{count} more role', other: '{count} more roles' },
  /** What is wrong with command, in two words. */
  marks: { fixing: '+ fixing', leads: 'leads {count}', noDeputy: 'no deputy' },
  updateTrouble: 'update to {channel}',
  failed: 'Failed: {what}',
  failedAndMore: { other: 'Failed: {what}, and {count} more' },
  heldBack: 'Needs a decision: {what}',
  heldBackAndMore: { other: 'Needs a decision: {what}, and {count} more' },
  unknown: 'May be out: {what}',
  unknownAndMore: { other: 'May be out: {what}, and {count} more' },
  /** Of the resolution gate. */
  gate: 'Gate {green} of {all}',
  gateIn: 'Gate {green} of {all} · in {span}',
} as const
