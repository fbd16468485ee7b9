/** How often customers hear of an incident that is open for long. */
export const updatePaceTexts = {
  title: 'Pace of customer updates',
  resolved: 'It is resolved, so no customer update is due.',
  none: 'The method of this incident has no slower pace for a {severity}.',
  notTold: 'Customers have had no update yet. A slower pace is offered only after one.',
  later: 'Customers hear every {usual} min. Every {slower} min is offered at {time}.',
  asked:
    'This incident is open for long. Customers hear every {usual} min, and an update without news costs your time and theirs.',
  answered: {
    slower: 'Every {slower} min, as {by} chose {span} ago.',
    stays: 'Every {usual} min, as {by} chose {span} ago.',
  },
  how: 'How often customers hear from now on',
  slower: 'Slower: every {slower} min',
  slowerAbout: 'from the next update on, which says so. What was promised stays; a raised severity ends it',
  stays: 'Stays: every {usual} min',
  staysAbout: 'it is in the timeline, and not offered again',
  save: 'Save',
} as const
