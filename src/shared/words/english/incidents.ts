/** The list of all incidents. */

export const incidents = {
  title: 'Open an incident',
  none: 'No incident was ever declared here.',
  noneHow: 'Declare one with {key}',
  noCommander: 'no commander',
  age: '{span} ago',
} as const
