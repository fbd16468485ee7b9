/** Silences at an Alertmanager. */

export const silenceTexts = {
  title: 'Silences',
  none: 'Nothing is silenced.',
  noneAbout: 'Silences of Alertmanager appear here: who, why, until when.',
  notConnected: 'No Alertmanager is connected.',
  connect: 'Connect one with {key}',
  reading: 'Loading from Alertmanager',
  list: 'Active and pending silences',
  hides: { one: 'silences {count} open alert', other: 'silences {count} open alerts' },
  hidesNone: 'silences no open alert',
  planned: 'starts {time}, in {span}',
  until: '{by}, until {time}, {left} left',
  plannedUntil: '{by}, until {time}',
  nobody: 'unknown',
  noReason: 'No comment.',
  problem: 'Silences of {name} could not be loaded: {message}',
} as const
