/** Texts for the audience of an update, and for a paused clock. */

export const deadlineTexts = {
  paused: {
    resolved: 'resolved, none due',
    'not-set': 'none set',
    'not-needed': 'none needed',
    'none-promised': 'none promised',
    'put-off': 'not needed in this incident',
    /** By a person, who said why. */
    byHand: 'until {time}: {reason}',
  },
  snoozed: 'snoozed, due {time}: {reason}',
  pausedNow: 'Paused',
  audiences: { customers: 'customers', colleagues: 'colleagues' },
} as const
