/** What is said of a clock that is due: in the bar, and by the system while the window is hidden. */

export const alarmTexts = {
  due: { checkpoint: 'Checkpoint due', update: 'Customer update due', 'internal-update': 'Internal update due' },
  overdue: {
    checkpoint: 'Checkpoint overdue by {span}',
    update: 'Customer update overdue by {span}',
    'internal-update': 'Internal update overdue by {span}',
  },
  elapsed: '{span} into the incident',
  muted: 'Muted',
  mutedAbout: 'This screen makes no sound. M lets it sound again.',
  waiting: 'Sound after a key',
  waitingAbout: 'A browser lets a page sound only once somebody pressed a key or a button in it.',
} as const
