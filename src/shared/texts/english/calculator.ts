/** The part of a severity’s choice that works one out from answers. */

export const calculatorTexts = {
  name: 'Work out the severity',
  proposed: 'Proposed',
  answered: '{count} of {all} answered',
  unknown: 'No answer points to a severity yet. While nothing is known, the method proposes {severity}.',
  doubt: 'Between {higher} and {lower}, the more severe one counts.',
  reason: '{asks} {answer}',
  decides: 'decides',
  noLevel: 'no level',
  take: 'Use {severity} {key}',
  clear: 'Clear answers',
  back: 'Back to the choice {key}',
} as const
