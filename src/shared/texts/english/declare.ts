/** The form that declares an incident, and the one that says who sits here. */

export const declareTexts = {
  title: 'Declare an incident',
  submit: 'Declare {severity}',
  hint: 'Nobody outside is told yet.',
  name: 'Title',
  nameExample: 'What is broken, for whom',
  impact: 'What customers feel (optional)',
  fromPage: 'Or take it from a page, as {severity}',
  take: 'Take',
  takeOne: 'Take {title}',
} as const

export const meTexts = {
  title: 'Who are you?',
  submit: 'This is me',
  hint: 'Kept on this screen.',
  name: 'Your name',
  about: 'What you write and decide from now on bears it; earlier lines keep theirs.',
} as const
