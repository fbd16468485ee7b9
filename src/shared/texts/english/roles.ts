/** Who does what in an incident: the pane, and the card of each role. */

export const roleTexts = {
  /** Without an incident. */
  none: 'Who commands, who fixes, who tells, who writes.',
  list: 'Roles of this incident',
  names: { ic: 'Incident commander', tech: 'Tech lead', comms: 'Comms lead', scribe: 'Scribe' },
  unfilledCount: { other: '{count} unfilled' },
  rollCall: 'Roll call {key}',
  assign: 'Assign {key}',
  unfilled: 'Unfilled',
  notNeeded: 'Nobody, not needed',
  deputy: 'deputy {name}',
  fixes: 'also fixing',
  teams: 'Sub-teams',
  warnings: 'Warnings',
  moreWarnings: { other: '{count} more' },
} as const

export const roleCardTexts = {
  title: 'Role card',
  since: 'since {time}, {span}',
  needed: 'a {severity} needs it',
  notNeeded: 'a {severity} does not need it',
  ownNeeded: 'added because it is needed: fill it, or drop it',
  fixes: 'Also fixing: {posts}',
  atRollCall: { absent: 'absent at the last roll call', 'not-heard': 'not heard at the last roll call' },
  before: 'Held before',
  nobodyBefore: 'Nobody else in this incident.',
  span: '{from}–{to}',
  duties: 'Duties',
  noDuties: 'None were written when it was added.',
  first: 'First five minutes',
  done: '{done} of {all}',
  inRecord: 'in the record',
  otherRoles: '{left} {right} other roles',
  acts: {
    assign: 'Assign',
    handOn: 'Reassign',
    deputy: 'Name a deputy',
    otherDeputy: 'Change deputy',
    release: 'Release',
    reword: 'Edit',
    drop: 'Remove role',
  },
} as const

export const rollCallTexts = {
  title: 'Roll call',
  nobody: 'Nobody holds a role yet, so there is nobody to call.',
  nobodyHow: 'Esc, then {key} fills the roles.',
  present: 'Present',
  absent: 'Absent',
  answers: { present: 'present', absent: 'absent', 'not-heard': 'not heard' },
  mark: { present: '{name}, {posts}: present', absent: '{name}, {posts}: absent' },
  allPresent: { other: 'Roll call: all {count} present' },
  somePresent: { other: 'Roll call: {present} of {count} present; missing: {names}' },
  missing: { absent: '{name} (absent)', 'not-heard': '{name} (not heard)' },
  write: 'Write it down {key}',
  hints: '{present} present {absent} absent {next} not heard {back} back',
  ago: '{span} ago',
  goesOn: 'Goes on where it was left {span} ago; {key} begins anew.',
  unfinished: { other: 'Roll call not written down, {count} of {all} marked {key}' },
} as const
