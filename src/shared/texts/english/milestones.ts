/** The milestones of an incident, with their times. */

export const milestoneTexts = {
  title: 'Milestones',
  about: 'Set by what happens; correct what is wrong. The first time counts.',
  legend: 'Milestone',
  /** Where a time comes from. */
  from: {
    page: 'PagerDuty incident',
    alert: 'alert',
    chart: 'chart',
    declared: 'declared here',
    resolved: 'resolved here',
    person: 'stated',
    role: 'first role given',
    work: 'first task or attempt',
    update: 'update published',
    status: 'status changed',
    detection: 'stated with how it was detected',
  },
  source: '{from}, by {by}',
  unknown: 'not yet',
  corrected: 'before: {time} ({by}, {at})',
  /** Of a milestone that the method wants by a time. */
  target: 'target {time}',
  late: 'target {time}, {span} late',
  overdue: 'target {time}, overdue by {span}',
  notKnown: 'unknown',
  /** `{name}` is a milestone’s. */
  time: 'Time of “{name}”',
  example: '13:53, or “now”',
  now: 'Now',
  none: 'Not reached',
  unreadable: 'Enter a time within the last 24 hours, such as {example}.',
  future: 'That time is in the future.',
  order: '“{later}” would come before “{earlier}”. Correct that one first, or check the time.',
  set: 'Set {name}',
  correct: 'Correct {name}',
  close: 'Close',
} as const
