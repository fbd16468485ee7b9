/** When it began and ended, as a person confirms it. */

export const beganTexts = {
  title: 'Start and end',
  about: 'Customer updates and the postmortem use these times.',
  started: 'Started',
  ended: 'Ended',
  /** Where a proposed time comes from. */
  sources: {
    page: 'PagerDuty incident “{name}” triggered',
    alert: 'alert “{name}” started firing',
    chart: '“{name}” changed',
    chartBack: '“{name}” back to normal',
    declared: 'declared here',
    resolved: 'resolved here',
    person: 'entered by {by}',
  },
  confirmed: 'Confirmed: {source}',
  notYet: 'No chart is back to normal yet, and the incident is not resolved.',
  other: 'Another time',
  otherExample: '13:53',
  unreadable: 'Enter a time within the last 24 hours, such as {example}.',
  confirm: 'Confirm',
  leave: 'Cancel',
} as const
