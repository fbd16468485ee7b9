/** What screens say of whom an update is for, and of a clock that stands still. */

export const deadlineTexts = {
  paused: {
    resolved: 'resolved, none due',
    'not-set': 'none set',
    'not-needed': 'none needed',
    'none-promised': 'none promised',
  },
  audiences: { customers: 'customers', colleagues: 'colleagues' },
} as const
