/** What is said of a clock that is due: in the bar, and by the system while the window is hidden. */

export const alarmTexts = {
  due: {
    checkpoint: 'Checkpoint due',
    update: 'Customer update due',
    'internal-update': 'Internal update due',
    task: 'Task due',
    relief: 'Long in command: hand over?',
    'relief-overdue': 'Too long in command: hand over now',
    objection: 'Decision due',
    revisit: 'Revisit a decision',
  },
  overdue: {
    checkpoint: 'Checkpoint overdue by {span}',
    update: 'Customer update overdue by {span}',
    'internal-update': 'Internal update overdue by {span}',
    task: 'Task overdue by {span}',
    relief: 'Long in command for {span} more: hand over?',
    'relief-overdue': 'Too long in command by {span}: hand over now',
    objection: 'Decision overdue by {span}',
    revisit: 'Revisit of a decision overdue by {span}',
  },
  ask: '{what}: ask {who}',
  elapsed: '{span} into the incident',
  muted: 'Muted',
  mutedAbout: 'Sound is muted in this browser. M unmutes it.',
  waiting: 'Press a key for sound',
  waitingAbout: 'Browsers play no sound before you press a key or a button in the window.',
} as const
