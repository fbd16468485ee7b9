/** Who does what in an incident: the pane, and the card of each role. */

export const roleTexts = {
  /** Without an incident. */
  none: 'Who commands, who fixes, who writes to customers, who keeps the timeline.',
  list: 'Roles of this incident',
  names: { ic: 'Incident commander', tech: 'Tech lead', comms: 'Comms lead', scribe: 'Scribe' },
  unfilledCount: { other: '{count} unfilled' },
  rollCall: 'Roll call {key}',
  assign: 'Assign {key}',
  unfilled: 'Unfilled',
  notNeeded: 'Not needed',
  deputy: 'deputy {name}',
  fixes: 'also fixing',
  teams: 'Sub-teams',
  warnings: 'Warnings',
  moreWarnings: { other: '{count} more' },
} as const

export const roleCardTexts = {
  title: 'Role card',
  since: 'since {time}, {span}',
  needed: 'required for {severity}',
  notNeeded: 'not required for {severity}',
  ownNeeded: 'custom role: assign it or remove it',
  fixes: 'Also fixing: {posts}',
  atRollCall: { absent: 'absent at the last roll call', 'not-heard': 'not heard at the last roll call' },
  before: 'Earlier assignees',
  nobodyBefore: 'No one else in this incident.',
  span: '{from}–{to}',
  duties: 'Duties',
  say: 'Say first',
  quoted: '“{text}”',
  noDuties: 'No duties defined.',
  first: 'First five minutes',
  done: '{done} of {all}',
  inRecord: 'in the record',
  otherRoles: '{left} {right} other roles',
  acts: {
    assign: 'Assign',
    handOn: 'Reassign',
    deputy: 'Name a deputy',
    otherDeputy: 'Change deputy',
    release: 'Unassign',
    reword: 'Edit',
    drop: 'Remove role',
  },
} as const

export const rollCallTexts = {
  title: 'Roll call',
  nobody: 'No roles assigned yet, so there is no one to call.',
  nobodyHow: 'Esc, then {key} assigns roles.',
  present: 'Present',
  absent: 'Absent',
  answers: { present: 'present', absent: 'absent', 'not-heard': 'not heard' },
  mark: { present: '{name}, {posts}: present', absent: '{name}, {posts}: absent' },
  write: 'Save to timeline {key}',
  hints: '{present} present {absent} absent {next} not heard {back} back',
  ago: '{span} ago',
  goesOn: 'Continued from {span} ago; {key} starts over.',
  unfinished: { other: 'Roll call not saved, {count} of {all} marked {key}' },
} as const
