/** Words looked for in all incidents. */

export const searchTexts = {
  title: 'Search all incidents',
  field: 'Words in a title, a timeline line or an update',
  hint: 'Such as payments 503, db-3 or a name',
  list: 'What was found',
  nothing:
    'Nothing has all of these words. They are found by their beginning, in titles, timelines and customer updates.',
  start: 'Type a word. Titles come first, then lines and updates, the newest first.',
  more: 'There is more: another word finds less.',
  reading: 'Still reading {done} of {total} incidents: there may be more.',
  readingFirst: 'The record is still being read: there may be more.',
  failed:
    'The search index cannot be written or read, so there may be more. Make room on the disk, and see that search.sqlite in the data folder is a file that can be written, or take it away: it only serves the search and is made anew. This is tried again by itself. The record is not touched.',
  kinds: { title: 'Incident', line: 'Timeline', update: 'Customer update' },
} as const
