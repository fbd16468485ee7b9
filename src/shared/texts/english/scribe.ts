/** The scribe’s line, what completes it, and what waits to be written down. */

export const scribeTexts = {
  field: 'Timeline line',
  correctedField: 'Corrected line',
  placeholder: 'What was said, done, found or decided',
  /** While the line is empty; the marks are those of its grammar. */
  marks: '{last} corrects your last · {marks}',
  personMark: '@name',
  tagMark: '#tag',
  /** How the line is read; the clauses after it follow in this order. */
  writes: '{key} writes {kind}',
  writesAt: '{key} writes {kind} at {time}, {span} ago',
  afterLine: ', after “{text}” · {key} at the end instead',
  pinned: ', {pinned}',
  pinnedWord: 'pinned',
  unknownKind: ' · {kind} is not a kind and stays text',
  correcting: 'Correcting the line of {time}. {enter} saves, {esc} cancels',
  correctedMeanwhile:
    'Someone corrected the line of {time} meanwhile: {theirs} {enter} replaces it with yours, {esc} keeps theirs',
  retracting: 'Correcting the line of {time}. Empty: {enter} retracts it, {esc} cancels',
  /** What the field holds is several lines. */
  oneOfLines: ' · one entry of {count} lines',
  eachLine: { one: '{key} {count} entry', other: '{key} writes {count} entries' },
  tooManyLines: ' · too many for entries of their own',
  inParts: ' · too long for one entry: {count} entries, cut between lines',
  typedMeanwhile: 'Typed at {time} while a part of Quarterdeck was down: “{text}”.',
  intoLine: 'Insert',
  tooLong: 'Too long: {count} characters, {most} at most. Shorten it.',
  pasteTooLong: 'Not pasted: {count} characters are more than the limit ({most}). Paste a part of it.',
  fileTooLong: '“{name}” is too long for the timeline: {most} characters at most.',
  addPicture: 'Add the picture too',
  notSaved: ' · not saved before: {act}',
  asItStands: 'revert',
  pasted: 'Picture {at} of this line',
  keeping: { one: 'Saving a picture…', other: 'Saving {count} pictures…' },
  removeLast: '{key} removes the last',
  writing: { one: 'Writing a line…', other: 'Writing {count} lines…' },
  notWritten: 'Not written: {problem}',
  notKnown: 'It may have been written',
  notKnownWhy: 'It may have been written: {problem}',
  onlyInBrowser: 'Stored in this browser only, not in the record, until you write or discard it.',
  onlyInWindow: 'In this window only: the browser stores nothing. Closing or reloading the window loses it.',
  tryAgain: 'Try again',
  drop: 'Discard',
} as const

export const completionTexts = {
  list: 'Completions',
  kinds: {
    note: 'what was said',
    action: 'what was done',
    decision: 'what was decided',
    finding: 'what was found',
    todo: 'what is still to do',
  },
  automatic: 'written by Quarterdeck',
  onCall: 'on call: {policy}',
  you: 'you',
  pin: 'pin it',
} as const

export const proposalTexts = {
  name: 'Proposals',
  title: 'Proposed for the timeline',
  none: 'Messages and notes · nothing proposed',
  noneInList: 'Nothing proposed.',
  next: '{place} · {author} {time} · {text}',
  said: '{author} {place} {time}',
  accept: '{key} accept',
  drop: '{key} dismiss',
  open: '{key} opens it',
  more: { other: '{key} {count} more' },
  moreInList: { other: 'and {count} more' },
  dismiss: 'Dismiss',
} as const
