/** The form that declares an incident, and the one that says who sits here. */

export const declareTexts = {
  title: 'Declare an incident',
  submit: 'Declare {severity}',
  hint: 'Nothing is sent to anyone yet.',
  name: 'Title',
  nameExample: 'What is broken, for whom',
  impact: 'Customer impact (optional)',
  fromPage: 'Or declare from an alert, as {severity}',
  take: 'Declare',
  takeOne: 'Declare from {title}',
} as const

export const meTexts = {
  title: 'Your name',
  submit: 'Save name',
  hint: 'Saved in this browser.',
  name: 'Your name',
  about: 'Shown with what you write and decide from now on; earlier lines do not change.',
} as const
