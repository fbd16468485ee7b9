/** What screens say of a clock that stands still. */

export const deadlines = {
  paused: { resolved: 'resolved, none due', 'not-set': 'none set', 'none-promised': 'none promised' },
} as const
