/** What the leads of sub-teams report: the form, and when the next is due. */

export const leadTexts = {
  title: 'Report of a sub-team',
  none: 'No sub-teams yet',
  how: 'Add one with {key}. Its lead then reports to the commander at a regular time.',
  team: 'Sub-team',
  /** `Payments (Ada)` */
  led: '{team} ({lead})',
  due: '{team}, due in {span}',
  late: '{team}, overdue by {span}',
  last: '{span} ago: {text}',
  nothingNew: 'nothing new',
  noneYet: 'no report yet',
  text: 'What the lead reports (empty: nothing new)',
  textExample: 'replicas restored, lag falls',
  submit: 'Add report',
  submitNothing: 'Nothing new from {team}',
  gone: 'That sub-team was disbanded. Choose another one.',
} as const
