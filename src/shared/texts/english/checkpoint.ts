/** The commander's recurring stop. */

export const checkpointTexts = {
  none: 'A regular check: is what we are doing working?',
  /** Why none is due. */
  off: {
    resolved: 'No checkpoint is due: the incident is resolved.',
    'not-needed': 'This severity needs no checkpoints.',
    'not-set': 'No checkpoint is due: none is set.',
    'none-promised': 'No checkpoint is due.',
  },
  due: 'due {time}',
  wasDue: 'was due {time}',
  hold: 'Hold checkpoint {key}',
  held: { other: '{count} held' },
  last: 'Last: {verdict}, {span} ago by {name}',
  title: 'Checkpoint {number}',
  questions: {
    tried: 'What have we tried?',
    trying: 'What are we trying now?',
    'rollback-plan': 'What is the rollback plan?',
    'more-people': 'Do we need more people?',
    'still-impacted': 'Are customers still impacted?',
  },
  /** What is known, above the questions. */
  metricsSince: 'Metrics since {time}',
  noMetrics: 'none pinned',
  /** `worse, was 0.4 %` */
  was: '{word}, was {before}',
  notThen: 'no value to compare',
  ended: 'no value for {span}',
  running: 'Running tasks',
  noTasks: 'none',
  taskOf: '{who}: {text}',
  taskLeft: '{span} left',
  taskLate: '{span} overdue',
  triedSince: 'Tried since {time}',
  noAttempts: 'nothing on the strategy board',
  triedWith: '{text}: {result}',
  /** Of an answer that the record proposes. */
  proposed: 'From the board: {answer}',
  asBefore: 'As before: {answer}',
  allAsBefore: 'All as before {key}',
  heldMeanwhile: '{name} held this checkpoint {span} ago: {verdict}. What you typed is added to it.',
  saidAlready: 'Said already: {answer}',
  add: 'Add to it',
  lastTime: 'Last time: {answer}',
  verdict: 'Verdict',
  verdicts: { continue: 'Continue', pivot: 'Pivot', escalate: 'Escalate' },
  decide: 'Decide: {verdict}',
  /** As a sentence names what was decided. */
  decided: { continue: 'continue', pivot: 'pivot', escalate: 'escalate' },
  hint: '{next} next answer',
  /** What follows a checkpoint. */
  afterwards: 'Now',
  updateDue: 'due in {span}',
  updateLate: 'overdue by {span}',
} as const
