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
  unknownKind: ' · {kind} is no kind, it stays text',
  correcting: 'Correcting the line of {time}. {enter} saves, {esc} leaves it as it is',
  correctedMeanwhile:
    'Somebody corrected the line of {time} meanwhile. It says: {theirs} {enter} puts yours in its place, {esc} leaves theirs',
  retracting: 'Correcting the line of {time}. Empty: {enter} retracts it, {esc} leaves it as it is',
  /** What the field holds is several lines. */
  oneOfLines: ' · one entry of {count} lines',
  eachLine: { one: '{key} {count} entry', other: '{key} writes {count} entries' },
  tooManyLines: ' · too many for entries of their own',
  inParts: ' · too long for one entry: {count} entries, cut between lines',
  typedMeanwhile: 'Typed at {time} while a part of the screen had stopped: “{text}”.',
  intoLine: 'Put it into the line',
  tooLong: '{count} characters are too many to write: {most} at most. Shorten it.',
  pasteTooLong:
    'Nothing was pasted: {count} characters are more than the timeline takes at once ({most}). Paste a part of it.',
  fileTooLong: '“{name}” is too long for the timeline: {most} characters at most.',
  addPicture: 'Add the picture of it too',
  notSaved: ' · not saved before: {act}',
  asItStands: 'back to what the line says',
  pasted: 'Picture {at} of this line',
  keeping: { one: 'Keeping a picture…', other: 'Keeping {count} pictures…' },
  removeLast: '{key} removes the last',
  writing: { one: 'Writing a line…', other: 'Writing {count} lines…' },
  notWritten: 'Not written: {problem}',
  notKnown: 'Not known whether it was written',
  notKnownWhy: 'Not known whether it was written: {problem}',
  onlyInBrowser: 'Stored in this browser only, not in the record. It stays here until it is written or dropped.',
  onlyInWindow: 'In this window only: the browser stores nothing. Closing or reloading the window loses it.',
  tryAgain: 'Try again',
  drop: 'Drop',
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
  pin: 'keep it in sight',
} as const

export const proposalTexts = {
  name: 'Proposals',
  title: 'Proposed for the timeline',
  none: 'Messages and notes · nothing waits to be written down',
  noneInList: 'Nothing waits to be written down.',
  next: '{place} · {author} {time} · {text}',
  said: '{author} {place} {time}',
  accept: '{key} accept',
  drop: '{key} dismiss',
  open: '{key} opens it',
  more: { other: '{key} {count} more' },
  moreInList: { other: 'and {count} more' },
  dismiss: 'Dismiss',
} as const
