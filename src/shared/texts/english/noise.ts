/** Suppression: the rules that hide alerts, what they match, and who set them. */

export const noiseTexts = {
  title: 'Suppression rules',
  writing: 'Suppression rule',
  likeThis: 'Suppress alerts like this',
  none: 'No alerts are suppressed.',
  noneAbout:
    'A rule suppresses alerts that need no one now. They are still counted, and everyone sees who set the rule.',
  inForce: 'Active rules',
  write: 'Add a rule',
  change: 'Change',
  changeOne: 'Change: {reason}',
  show: 'End rule',
  showOne: 'End rule: {reason}',
  untilEnded: 'until ended',
  until: 'until {time}',
  set: '{who}, {time} UTC, {end}; {hides}',
  /** What a rule was before it was changed. */
  before: 'Before: {match}, {reason} ({who}, {time})',
  hides: 'suppresses {alerts}',
  hidesWhole: { one: 'suppresses {alerts}, {count} whole group', other: 'suppresses {alerts}, {count} whole groups' },
  alerts: { one: '{count} alert', other: '{count} alerts' },
  over: 'Ended',
  overList: 'Ended rules',
  ranOut: '{match}: {reason} ({who}, expired {time} UTC)',
  ended: '{match}: {reason} ({who}, ended by {ender} {time} UTC)',

  group: 'group {name}',
  service: 'service {name}',
  titleWith: 'title with “{part}”',
  fits: 'Matches {match}, and:',
  matchers: 'Matches alerts with all of these',
  signs: { '=': '=  is', '!=': '!=  is not', '=~': '=~  matches the pattern', '!~': '!~  does not match' },
  label: 'Label {number}',
  labelHint: 'label',
  sign: 'How label {number} is compared',
  value: 'Value {number}',
  valueHint: 'value',
  patternHint: 'pattern, such as payments-.*',
  labelFault: 'The label {fault}',
  ruleFault: 'The rule {fault}',

  submit: 'Suppress',
  submitChange: 'Save rule',
  hint: 'Everyone sees who set it.',
  reason: 'Why suppress',
  span: 'Duration',
  spans: { hour: 'For an hour', shift: 'For eight hours', open: 'Until ended' },
  noMatch: 'Add a matcher: a label, such as service, and a value.',
  noReason: 'Give a reason: people who look for an alert later need it.',

  preview: {
    empty: 'A preview of suppressed alerts appears here as you type.',
    none: {
      one: 'Matches none of the {count} alert open now.',
      other: 'Matches none of the {count} alerts open now.',
    },
    hides: { one: 'Suppresses {alerts} of {count} open alert.', other: 'Suppresses {alerts} of {count} open alerts.' },
    hidesWhole: {
      one: 'Suppresses {alerts} of {open} open alerts, {count} whole group.',
      other: 'Suppresses {alerts} of {open} open alerts, {count} whole groups.',
    },
    first: 'First matches',
  },

  hideGroup: {
    title: 'Suppress this group',
    submit: 'Suppress',
    hint: 'Its alerts are still counted, and everyone sees who set the rule.',
  },
} as const
