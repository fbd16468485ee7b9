/** What the cockpit asks and says after its data folder was copied or restored. `asked`: nobody has answered yet. */

export const copiedFolderTexts = {
  name: 'Copied data folder',
  is: {
    asked: 'Copied or restored. Does the other one still run?',
    runs: 'The other folder still runs.',
    gone: 'The other folder is gone.',
  },
  means: {
    asked: 'This data folder is a copy, came from a backup, or lost its key. Your answer alone sends nothing.',
    runs: 'It sends what was begun there. This one sends nothing of it.',
    gone: 'What it started may be out. “Send again” checks the vendor first.',
  },
  leftBehind: {
    asked: {
      one: '{count} request was begun in the other one. It is not sent from here until you say.',
      other: '{count} requests were begun in the other one. They are not sent from here until you say.',
    },
    runs: { one: '{count} request stays with it.', other: '{count} requests stay with it.' },
    gone: { one: '{count} request needs your decision.', other: '{count} requests need your decision.' },
  },
  /** The key leads to the answers. */
  answer: 'Answer {key}',
  answers: { gone: 'The other one is gone', runs: 'It still runs' },
  /** What each answer changes, beside its button. */
  mean: {
    gone: 'Each request that it had begun can then be looked for and sent again from here, one by one',
    runs: 'What it had begun stays with it, and cannot be sent again from here',
  },
  show: 'Show them',
} as const
