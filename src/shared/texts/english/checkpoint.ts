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
    rollbackPlan: 'What is the rollback plan?',
    morePeople: 'Do we need more people?',
    stillImpacted: 'Are customers still impacted?',
  },
  lastTime: 'Last time: {answer}',
  verdict: 'Verdict',
  verdicts: { continue: 'Continue', pivot: 'Pivot', escalate: 'Escalate' },
  meanings: {
    continue: 'It is working: keep going',
    pivot: 'It is not working: try something else',
    escalate: 'We need more people or a decision from higher up',
  },
  decide: 'Decide: {verdict}',
  /** As a sentence names what was decided. */
  decided: { continue: 'continue', pivot: 'pivot', escalate: 'escalate' },
  hint: '{next} next answer',
} as const
