/** What every screen says while something is wrong with the record on the disk. */

export const recordProblems = {
  name: 'The record',
  unnamed: 'An incident whose title is lost',
  damage: {
    altered: '{title}: event {place} of its record, or one before it, was changed or removed.',
    unreadable: '{title}: event {place} of its record cannot be read.',
    cut: '{title}: its record ends before event {place}; what came after is gone.',
    'bad-signature': '{title}: the signature at event {place} of its record is not right.',
  },
  missing: { one: '{count} event is missing.', other: '{count} events are missing.' },
  proven: 'Proven until {time}; it can only be read from now on.',
  notProven: 'None of it is proven; it can only be read from now on.',
  listMended:
    '{title}: its row in the list of incidents was lost or wrong. It was made anew from its record, which is whole.',
  headsLost:
    '{file} is gone: if the newest events of the last run were removed, it cannot be noticed. It was begun anew.',
  eventsMissing: {
    one: '{count} event was written to the record and is gone. Nothing tells of which incident it was.',
    other: '{count} events were written to the record and are gone. Nothing tells of which incidents they were.',
  },
  notChecked: {
    one: '{count} incident could not be checked for damage. It is checked when it is opened.',
    other: '{count} incidents could not be checked for damage. Each is checked when it is opened.',
  },
  folderMoved:
    'The data folder {folder} was moved, deleted or replaced: nothing more is kept. Put it back, or quit and start again; save the handoff before you do.',
  newerFacts: {
    one: '{count} fact of a newer version: this may be incomplete.',
    other: '{count} facts of a newer version: this may be incomplete.',
  },
  unreadFacts: {
    one: '{count} event of this record could not be read; the timeline names it.',
    other: '{count} events of this record could not be read; the timeline names them.',
  },
  more: { one: '{count} more like it', other: '{count} more like them' },
} as const
