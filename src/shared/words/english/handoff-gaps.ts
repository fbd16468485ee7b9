/** What a handoff lacks, and what to do about it: on the screen, and in the document. */

export const handoffGaps = {
  roles: {
    ic: { name: 'No incident commander', advice: 'Say aloud who commands now and assign the role.' },
    tech: { name: 'No tech lead', advice: 'Name the one person who leads the repair.' },
    comms: { name: 'No comms lead', advice: 'Name the one person who writes to customers.' },
    scribe: { name: 'No scribe', advice: 'Name the one person who keeps the timeline.' },
  },
  ownRole: { name: 'No {role}', advice: 'Name who holds it, or drop the role.' },
  'no-impact': { name: 'No impact stated', advice: 'Say in one sentence what customers cannot do.' },
  'no-checkpoint': {
    name: 'No checkpoint held',
    advice: 'Hold one now: what is tried and how to go back is not on record.',
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
    name: 'Customers were told nothing yet',
    advice: 'Publish a first update that says what is known.',
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
    name: 'An update is held back',
    advice: 'Say in Comms which public incident it goes on with.',
  },
  'update-underway': {
    name: 'An update is on its way out',
    advice: 'Wait for its outcome before writing another.',
  },
  'update-failed': { name: 'An update was not published', advice: 'Publish it again or discard it.' },
  'no-farewell': { name: 'Customers were not told that it is over', advice: 'Publish the resolution.' },
} as const
