/** What a handoff lacks, and what to do about it: in the cockpit, and in the document. */

export const handoffGapTexts = {
  roles: {
    ic: { name: 'No incident commander', advice: 'Say on the call who commands now, and assign the role.' },
    tech: { name: 'No tech lead', advice: 'Name the one person who leads the repair.' },
    comms: { name: 'No comms lead', advice: 'Name the one person who writes to customers.' },
    scribe: { name: 'No scribe', advice: 'Name the one person who keeps the timeline.' },
  },
  ownRole: { name: 'No {role}', advice: 'Assign it, or remove the role.' },
  /** What each check is about. */
  checks: {
    updates: 'updates being sent',
    roles: 'roles',
    impact: 'impact',
    times: 'start and end',
    checkpoints: 'checkpoints',
    answers: 'answers at checkpoints',
    nextCheckpoint: 'the next checkpoint',
    customers: 'customer updates',
    drafts: 'drafts of updates',
    tasks: 'owners of tasks',
    requests: 'requests to other systems',
    messages: 'messages proposed for the timeline',
    events: 'events of other machines',
  },
  lookedAt: 'Checked: {checks}.',
  notLookedAt: 'Not checked, because it cannot be read now: {checks}.',
  'no-impact': { name: 'No impact set', advice: 'Say in one sentence what customers cannot do.' },
  'start-unconfirmed': {
    name: 'Start not confirmed',
    advice: 'Confirm it in “Start and end”: charts and PagerDuty incidents propose times.',
  },
  'end-unconfirmed': {
    name: 'End not confirmed',
    advice: 'Confirm it in “Start and end”: charts propose when they were back to normal.',
  },
  'no-checkpoint': {
    name: 'No checkpoint held',
    advice: 'Hold one now: what is being tried and how to roll back is not recorded.',
  },
  'never-a-checkpoint': {
    name: 'No checkpoint was ever held',
    advice: 'Write down what was tried and decided while people remember it.',
  },
  'answers-empty': {
    name: {
      one: '{count} of {of} checkpoint answers is empty',
      other: '{count} of {of} checkpoint answers are empty',
    },
    advice: 'Add what is known as timeline lines: the postmortem needs it.',
  },
  'tried-unanswered': { name: 'Earlier attempts not recorded', advice: 'Ask the tech lead what did not help.' },
  'people-unanswered': {
    name: 'Need for more people not recorded',
    advice: 'Ask the tech lead who is missing.',
  },
  'nothing-tried': { name: 'Current attempt not recorded', advice: 'Ask the tech lead what is being tried right now.' },
  'no-rollback': { name: 'No rollback plan', advice: 'Agree on a rollback before you continue.' },
  'impact-unanswered': {
    name: 'Current customer impact not recorded',
    advice: 'Check the metrics and answer yes or no.',
  },
  'no-next-checkpoint': { name: 'No next checkpoint', advice: 'Hold a checkpoint, which sets the next one.' },
  'checkpoint-overdue': { name: 'Checkpoint overdue by {span}', advice: 'Hold it before handing over.' },
  'update-overdue': { name: 'Customer update overdue by {span}', advice: 'Publish what is known, even if little.' },
  'nothing-told': {
    name: 'No customer updates yet',
    advice: 'Publish a first update that says what is known.',
  },
  'never-told': {
    name: 'No customer updates published',
    advice: 'Publish what happened and that it is over, or write down why not.',
  },
  'drafts-left': {
    name: { one: '{count} draft of an update was never sent', other: '{count} drafts of updates were never sent' },
    advice: 'Publish or discard it in Comms.',
  },
  'tasks-unowned': {
    name: { one: '{count} task without an owner', other: '{count} tasks without an owner' },
    advice: 'Give each to someone on the strategy board.',
  },
  'requests-unknown': {
    name: {
      one: '{count} request to another system may have been done or not',
      other: '{count} requests to other systems may have been done or not',
    },
    advice: 'Check there, then settle it in the outbox.',
  },
  'messages-waiting': {
    name: {
      one: '{count} proposed message not reviewed',
      other: '{count} proposed messages not reviewed',
    },
    advice: 'Accept or dismiss each in the timeline.',
  },
  'events-held': {
    name: {
      one: '{count} event of another machine is held: this may be incomplete',
      other: '{count} events of other machines are held: this may be incomplete',
    },
    advice: 'Review them from the bar, and admit those that are only dated ahead.',
  },
  'facts-unread': {
    name: {
      one: '{count} fact could not be read here: this may be incomplete',
      other: '{count} facts could not be read here: this may be incomplete',
    },
    advice: 'The timeline has their summaries; a newer Quarterdeck may read them.',
  },
  'no-promise': {
    name: 'No next customer update promised',
    advice: 'Publish an update that says when the next comes.',
  },
  'update-to-post': {
    name: 'A text is to be posted by hand',
    advice: 'Copy it in Comms, post it, and say there that it is out.',
  },
  'update-unknown': {
    name: 'An update may be out',
    advice: 'Check the channel, then settle it in Comms.',
  },
  'update-held-back': {
    name: 'An update needs a decision',
    advice: 'Choose in Comms which public incident it continues.',
  },
  'update-underway': {
    name: 'An update has no outcome yet',
    advice: 'Wait for its outcome before writing another.',
  },
  'update-failed': { name: 'An update was not published', advice: 'Publish it again or discard it.' },
  'no-farewell': { name: 'Resolution not published', advice: 'Publish the resolution.' },
} as const
