/** What is offered where facts speak for another severity. */

export const severityPromptTexts = {
  name: 'Another severity?',
  asks: { raise: 'Raise to {severity}?', lower: 'Lower to {severity}?' },
  why: '{text}: {evidence}',
  at: '({time})',
  /** The clocks after a lower severity. */
  slower: 'Clocks stay as they are: the pace of {severity} is offered with the next checkpoint and update.',
  change: 'See and change {key}',
  notNow: 'Not now {key}',
  /** Evidence. */
  held: '{what}, for {span}',
  value: '{panel}: {value}',
  longer: '{span} at this severity, and not mitigated',
  mitigated: 'monitoring for {span}',
  services: { one: '{services}; {count} before', other: '{services}; {count} before' },
  reports: { one: '{count} customer within {span}', other: '{count} customers within {span}' },
  reportsFrom: '{said} ({sources})',
} as const

/** Lines of the timeline. */
export const promptLineTexts = {
  raise: 'Offered: raise {from} to {severity}. {text}: {evidence}',
  lower: 'Offered: lower {from} to {severity}. {text}: {evidence}',
  declined: 'Not now: {from} stays, {severity} was offered',
  withdrawn: {
    raise: 'No longer offered: raise {from} to {severity}',
    lower: 'No longer offered: lower {from} to {severity}',
  },
} as const
