/** The method: what incidents are run by, and its files. */

export const methodTexts = {
  name: 'Method',
  about: 'Severity levels, checklists and decision trees that incidents are run by.',
  words: 'method severity calculator checklist gate tree yaml files practice version',
  version: '{name}, version {version}.',
  shipped: 'All files are those that ship with Quarterdeck.',
  team: { one: '{count} file of your team: {files}.', other: '{count} files of your team: {files}.' },
  folder: 'To change one, copy it from resources/method into {folder}: it is read again when it changes.',
  problem: '{problem}. Correct that place; until then {instead} in use.',
  instead: { shipped: 'the file that ships is', team: 'the last good version is' },
  unknown: 'Not read, because no file of the method has that name: {files}.',
  /** An open incident that is run by other rules than a new one would be. */
  over: {
    differs: '“{title}” is run by version {from}, new incidents by version {to}.',
    before: '“{title}” was declared before incidents had a method. New ones are run by version {to}.',
    changes: 'Changing over means, as {severity}: {changes}. Its clocks only come nearer.',
    same: 'Changing over changes no clock of a {severity}.',
    figures: {
      checkpoint: 'checkpoint interval {to}',
      firstUpdate: 'time to the first customer update {to}',
      update: 'customer update interval {to}',
      acknowledge: 'time to acknowledge {to}',
      leads: 'reports of sub-teams {to}',
      firstResponse: 'time to the first response {to}',
      commander: 'time to engage a commander {to}',
    },
    was: '{change} (was {from})',
    minutes: '{count} min',
    none: 'none',
    submit: 'Change over',
  },
} as const
