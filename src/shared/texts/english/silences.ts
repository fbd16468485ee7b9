/** What keeps alerts quiet at an Alertmanager. */

export const silenceTexts = {
  title: 'Silences',
  none: 'Nothing is silenced.',
  noneAbout: 'Silences that are set in Alertmanager stand here: who, why, until when.',
  notConnected: 'No Alertmanager is connected.',
  connect: 'Connect one with {key}',
  reading: 'Asking Alertmanager',
  list: 'Silences in force, and those that are planned',
  hides: { one: 'hides {count} open alert', other: 'hides {count} open alerts' },
  hidesNone: 'hides no open alert',
  planned: 'begins {time}, in {span}',
  until: '{by}, until {time}, {left} left',
  plannedUntil: '{by}, until {time}',
  nobody: 'somebody',
  noReason: 'No reason is given.',
  problem: '{name} did not say what is silenced: {message}',
} as const
