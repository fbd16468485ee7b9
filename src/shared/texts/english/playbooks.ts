/** Playbooks: what each role does in each phase, and what the record shows of it. */

export const playbookTexts = {
  title: 'Playbook',
  noneAbout:
    'A playbook lists what each role does now and next, and ticks what the record shows. Choose one to start it.',
  noFiles: 'There are no playbooks.',
  noFilesAbout: 'Yours go into {folder}, as YAML files.',
  problems: 'Not used, because of a mistake in it:',
  list: 'Playbooks to start',
  fitsSeverity: 'fits {severity}',
  fitsWord: 'says “{word}”',
  fromTeam: 'your team’s',
  size: { one: '{count} item', other: '{count} items' },
  another: 'Start another',
  back: 'Back to what runs',
  running: 'Running playbooks',
  progress: '{settled} of {all} settled',
  /** Of a phase that is folded. */
  lateShort: { one: '{count} late', other: '{count} late' },
  late: { one: '{count} item is late', other: '{count} items are late' },
  nothingLate: 'nothing is late',
  mine: 'Mine ({roles})',
  all: 'All',
  phase: '{text}, {settled} of {all}',
  now: 'now',
  dueAt: 'by {time}',
  moveHere: 'Move here',
  lateFor: 'late for {span}',
  marks: { done: 'done, {who} {time}', unneeded: 'not needed, {who} {time}' },
  /** Why it is ticked: the record shows it. */
  shown: 'in the record',
  shownAt: 'in the record: {time}',
  shownBy: 'in the record: {what}',
  shownByAt: 'in the record: {what}, {time}',
  unneeded: 'Not needed',
  opens: {
    roles: 'Assign',
    severity: 'Severity',
    impact: 'Impact',
    facts: 'Links and facts',
    'customer-update': 'Write update',
    audiences: 'Audiences',
    room: 'Open room',
    checkpoint: 'Checkpoint',
    decision: 'Decide',
    mitigation: 'Mitigation menu',
    trees: 'Trees',
    gate: 'Gate',
    closing: 'Closing list',
    handoff: 'Handoff',
    figures: 'Impact figures',
  },
  end: 'End this playbook',
  endWhy: 'Why (optional)',
  endAbout: 'What was ticked stays in the record.',
  ended: { one: '{count} has ended', other: '{count} have ended' },
  keys: '{up} {down} move, {space} ticks, {unneeded} not needed, {open} opens where it is done',
  space: 'Space',
} as const

/** On the bar, for those that run. */
export const playbookBarTexts = {
  progress: '{title} {settled}/{all}',
  late: { one: '{count} late', other: '{count} late' },
  fits: 'Playbook “{title}” fits',
  open: 'Open the playbook: {phase}',
  offer: 'Open the list of playbooks',
} as const

/** Lines of the timeline. */
export const playbookLineTexts = {
  started: 'Playbook started: {title}',
  marks: {
    done: 'Playbook {title}: done: {text}',
    unneeded: 'Playbook {title}: not needed: {text}',
    open: 'Playbook {title}: open again: {text}',
  },
  moved: 'Playbook {title}: now {text}',
  ended: 'Playbook ended: {title}',
} as const
