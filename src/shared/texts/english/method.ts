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
} as const
