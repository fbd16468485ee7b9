/** What every screen says while something is wrong with the record on the disk. */

export const recordProblemTexts = {
  name: 'The record',
  unnamed: 'An incident whose title is lost',
  ofFolder: 'What belongs to no incident',
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
  fileDamaged: {
    broken: 'The file of the record is broken in {parts}: nothing more may be kept.',
    table: 'the table {table}',
    index: 'an index of the table {table}',
    copy: 'Run “quarterdeck backup FILE” now: if it makes a copy, restore that. If not, restore the newest backup.',
    restore: 'Save the handoff, and restore the newest backup that is whole with “quarterdeck restore”.',
  },
  folderMoved:
    'The data folder {folder} was moved, deleted or replaced: nothing more is kept. Put it back, or quit and start again; save the handoff before you do.',
  held: {
    ahead: {
      one: '{count} event of {who} is held, because that clock is more than a day ahead: this may be incomplete.',
      other: '{count} events of {who} are held, because that clock is more than a day ahead: this may be incomplete.',
    },
    'known-id': {
      one: '{count} event of {who} is held, because another one has its id: this may be incomplete.',
      other: '{count} events of {who} are held, because others have their ids: this may be incomplete.',
    },
    unparseable: {
      one: '{count} event of {who} is held, because it cannot be read here: this may be incomplete.',
      other: '{count} events of {who} are held, because they cannot be read here: this may be incomplete.',
    },
    misplaced: {
      one: '{count} event of {who} is held, because its kind belongs to no incident.',
      other: '{count} events of {who} are held, because their kind belongs to no incident.',
    },
    /** Who wrote them, and on which machine. */
    from: '{names} on machine {machine}',
    machine: 'machine {machine}',
    look: 'Look at them',
    title: 'Events that are held',
    about:
      'They are on disk, and go along whenever this incident is passed on. They are in no line and no figure here.',
    none: 'Nothing is held.',
    more: { one: 'and {count} more', other: 'and {count} more' },
    advice: {
      ahead:
        'Compare that machine’s clock with this one. Once admitted they are part of the record everywhere, and stand where their clock says.',
      'known-id': 'Ask them to check that machine’s record with “quarterdeck verify”, and what these events say.',
      misplaced:
        'Nothing of this incident is missing. Ask them to check that machine’s record with “quarterdeck verify”.',
      unparseable: 'Ask them what these events say, and whether their Quarterdeck is another version.',
    },
    admit: { one: 'Admit it', other: 'Admit all {count}' },
    admitting: 'Admitting …',
  },
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
