/** What the next commander must know: the documents, and what is missing. */

export const handoff = {
  none: 'No incident is open.',
  noneHow: 'What the next commander must know of it stands here.',
  write: 'Write {key}',
  writing: 'Writing {key}',
  gaps: { one: '{count} gap', other: '{count} gaps' },
  noGaps: 'Nothing found missing.',
  noGapsShort: 'no gaps found',
  noGapsPartly: 'not all looked at',
  missing: 'Still missing',
  documents: 'Written documents',
  written: 'Written {time} by {name}',
  html: 'HTML',
  saveHtml: 'Save the HTML of {time}',
  markdown: 'Markdown',
  saveMarkdown: 'Save the Markdown of {time}',
} as const
