/** What the cockpit asks and says after its data folder was copied or restored. `asked`: nobody has answered yet. */

export const copiedFolderTexts = {
  name: 'Copied data folder',
  is: {
    asked: 'Copied or restored. Is the other one still running?',
    runs: 'The other folder is still in use.',
    gone: 'The other folder is gone.',
  },
  means: {
    asked: 'This data folder is a copy, was restored from a backup, or lost its key. Answering sends nothing.',
    runs: 'It sends the requests it started. This one sends none of them.',
    gone: 'Its requests may be out. “Send again” checks the vendor first.',
  },
  leftBehind: {
    asked: {
      one: '{count} request was started in the other one. It is not sent from here until you answer.',
      other: '{count} requests were started in the other one. They are not sent from here until you answer.',
    },
    runs: { one: '{count} request stays with it.', other: '{count} requests stay with it.' },
    gone: { one: '{count} request needs your decision.', other: '{count} requests need your decision.' },
  },
  /** The key leads to the answers. */
  answer: 'Answer {key}',
  answers: { gone: 'The other one is gone', runs: 'It is still in use' },
  /** What each answer changes, next to its button. */
  mean: {
    gone: 'Each request it started can then be verified and sent again from here, one by one',
    runs: 'Its requests stay with it and cannot be sent again from here',
  },
  show: 'Show them',
} as const
