/** When it began and ended, as a person confirms it. */

export const beganTexts = {
  title: 'When it began and ended',
  about: 'Updates to customers and the review read these times.',
  started: 'Began',
  ended: 'Ended',
  /** Where a proposed time comes from. */
  sources: {
    page: 'PagerDuty incident “{name}” began',
    alert: 'alert “{name}” began',
    chart: '“{name}” bent',
    chartBack: '“{name}” was usual again',
    declared: 'declared here',
    resolved: 'resolved here',
    person: 'said by {by}',
  },
  confirmed: 'Confirmed: {source}',
  notYet: 'No chart is back to usual yet, and it is not resolved.',
  other: 'Another time',
  otherExample: '13:53',
  unreadable: 'Not a time of the last 24 hours. Type it as the clock shows it, such as {example}.',
  confirm: 'Confirm',
  leave: 'Change nothing',
  noIncident: 'No incident is open.',
} as const
