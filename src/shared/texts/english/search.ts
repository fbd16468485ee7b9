/** Search in all incidents. */

export const searchTexts = {
  title: 'Search all incidents',
  field: 'Search titles, timelines and updates',
  hint: 'Such as payments 503, db-3 or a name',
  list: 'Results',
  nothing: 'No results. Search matches the start of words, in titles, timelines and customer updates.',
  start: 'Type a word. Titles come first, then lines and updates, newest first.',
  more: 'More results: add a word to narrow them.',
  reading: 'Still indexing {done} of {total} incidents: there may be more.',
  readingFirst: 'Still indexing: there may be more.',
  /** What the disk says. */
  failedBecause: 'The search index cannot be read or written ({reason}), so results may be missing. {advice}',
  failed: 'The search index cannot be read or written, so results may be missing. {advice}',
  advice:
    'Free up disk space and check that search.sqlite in the data folder is writable, or delete it: it is rebuilt from the record. Quarterdeck retries by itself. The record is not affected.',
  kinds: { title: 'Incident', line: 'Timeline', update: 'Customer update', draft: 'Draft' },
} as const
