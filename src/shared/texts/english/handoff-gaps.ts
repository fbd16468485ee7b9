/** What a handoff lacks, and what to do about it: on the screen, and in the document. */

export const handoffGapTexts = {
  roles: {
    ic: { name: 'No incident commander', advice: 'Say aloud who commands now and assign the role.' },
    tech: { name: 'No tech lead', advice: 'Name the one person who leads the repair.' },
    comms: { name: 'No comms lead', advice: 'Name the one person who writes to customers.' },
    scribe: { name: 'No scribe', advice: 'Name the one person who keeps the timeline.' },
  },
  ownRole: { name: 'No {role}', advice: 'Name who holds it, or drop the role.' },
  /** What each check looks at. */
  checks: {
    updates: 'updates on their way out',
    roles: 'roles',
    impact: 'impact',
    times: 'when it began and ended',
    checkpoints: 'checkpoints',
    answers: 'answers at checkpoints',
    nextCheckpoint: 'the next checkpoint',
    customers: 'what customers were told',
    drafts: 'drafts of updates',
    requests: 'requests to other systems',
    messages: 'messages proposed for the timeline',
    events: 'events of other machines',
  },
  lookedAt: 'Looked at: {checks}.',
  notLookedAt: 'Not looked at, because it cannot be read now: {checks}.',
  'no-impact': { name: 'No impact stated', advice: 'Say in one sentence what customers cannot do.' },
  'start-unconfirmed': {
    name: 'Nobody confirmed when it began',
    advice: 'Press E: charts and pages propose times.',
  },
  'end-unconfirmed': {
    name: 'Nobody confirmed when it ended',
    advice: 'Press E: charts propose when they came back.',
  },
  'no-checkpoint': {
    name: 'No checkpoint held',
    advice: 'Hold one now: what is tried and how to go back is not on record.',
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
    advice: 'Add what is known as lines of the timeline: the review will ask for it.',
  },
  'tried-unanswered': { name: 'Not said what was tried before', advice: 'Ask the tech lead what did not help.' },
  'people-unanswered': {
    name: 'Not said whether more people are needed',
    advice: 'Ask the tech lead who is missing.',
  },
  'nothing-tried': { name: 'Nothing said to be tried', advice: 'Ask the tech lead what is being tried right now.' },
  'no-rollback': { name: 'No rollback plan', advice: 'Agree how to undo what is being tried before going on.' },
  'impact-unanswered': {
    name: 'Not said whether customers are still hit',
    advice: 'Look at the metrics and say yes or no.',
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
  'requests-unknown': {
    name: {
      one: '{count} request to another system may have been done or not',
      other: '{count} requests to other systems may have been done or not',
    },
    advice: 'Look there, then settle it in the outbox.',
  },
  'messages-waiting': {
    name: {
      one: '{count} message waits for the scribe',
      other: '{count} messages wait for the scribe',
    },
    advice: 'Accept or dismiss each in the timeline.',
  },
  'events-held': {
    name: {
      one: '{count} event of another machine is held: this may be incomplete',
      other: '{count} events of other machines are held: this may be incomplete',
    },
    advice: 'Look at them on the bar, and admit what is only dated ahead.',
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
  'update-unknown': {
    name: 'Not known whether an update is out',
    advice: 'Look at the channel itself, then settle it in Comms.',
  },
  'update-held-back': {
    name: 'An update needs a decision',
    advice: 'Choose in Comms which public incident it continues.',
  },
  'update-underway': {
    name: 'An update is on its way out',
    advice: 'Wait for its outcome before writing another.',
  },
  'update-failed': { name: 'An update was not published', advice: 'Publish it again or discard it.' },
  'no-farewell': { name: 'Customers were not told that it is over', advice: 'Publish the resolution.' },
} as const
