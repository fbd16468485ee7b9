/** The list of all incidents. */

export const incidentTexts = {
  title: 'Open an incident',
  /** Several are open, and this view cannot know which it is for. */
  which: 'Which incident?',
  none: 'No incidents yet.',
  noneHow: 'Declare one with {key}',
  openFile: 'Open a Quarterdeck file {key}',
  noCommander: 'no commander',
  age: '{span} ago',
} as const
