/** What came into an incident since a person last looked at it. */

export const awayTexts = {
  title: 'Since my last look',
  nothing: 'Nothing came since your last look.',
  never: 'This browser shows this incident for the first time.',
  since: { one: '{count} line since {time}.', other: '{count} lines since {time}.' },
  line: '{time} {who}: {text}',
  where: '{who}, {screen}',
} as const
