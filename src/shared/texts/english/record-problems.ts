/** What every session shows while something is wrong with the record on the disk. */

export const recordProblemTexts = {
  name: 'The record',
  unnamed: 'An incident without a readable title',
  ofFolder: 'Events outside incidents',
  damage: {
    altered: '{title}: event {place} of its record, or one before it, was changed or removed.',
    unreadable: '{title}: event {place} of its record cannot be read.',
    cut: '{title}: its record ends before event {place}; what came after is gone.',
    'bad-signature': '{title}: the signature at event {place} of its record is invalid.',
  },
  missing: { one: '{count} event is missing.', other: '{count} events are missing.' },
  proven: 'Verified until {time}; it is read-only from now on.',
  notProven: 'None of it is verified; it is read-only from now on.',
  listMended:
    '{title}: its row in the list of incidents was lost or wrong. It was rebuilt from its record, which is intact.',
  headsLost: '{file} is gone: removed events at the end of the last run cannot be detected. A new one was started.',
  eventsMissing: {
    one: '{count} event was written to the record and is gone. Its incident is unknown.',
    other: '{count} events were written to the record and are gone. Their incidents are unknown.',
  },
  notChecked: {
    one: '{count} incident could not be checked for damage. It is checked when it is opened.',
    other: '{count} incidents could not be checked for damage. Each is checked when it is opened.',
  },
  fileDamaged: {
    broken: 'The record’s file is damaged in {parts}: nothing more can be saved.',
    table: 'the table {table}',
    index: 'an index of the table {table}',
    copy: 'Run “quarterdeck backup FILE” now: if it succeeds, restore that. If not, restore the newest backup.',
    restore: 'Save the handoff, then restore the newest intact backup with “quarterdeck restore”.',
  },
  folderUnwritable: {
    why: {
      full: 'The disk of the data folder {folder} is full: the record is read-only, and nothing is sent.',
      'read-only': 'The disk of the data folder {folder} is read-only: so is the record, and nothing is sent.',
      'not-allowed':
        'Quarterdeck has no permission to write to the data folder {folder}: the record is read-only, and nothing is sent.',
    },
    wayOut: 'Fix that, then restart Quarterdeck.',
    again: 'That is fixed: restart Quarterdeck to save again.',
  },
  folderMoved:
    'The data folder {folder} was moved, deleted or replaced: nothing more is saved. Put it back, or save the handoff, quit and start again.',
  held: {
    ahead: {
      one: '{count} event from {who} is held: that clock is more than a day ahead. This incident may be incomplete.',
      other:
        '{count} events from {who} are held: that clock is more than a day ahead. This incident may be incomplete.',
    },
    'known-id': {
      one: '{count} event from {who} is held: another event has its id. This incident may be incomplete.',
      other: '{count} events from {who} are held: other events have their ids. This incident may be incomplete.',
    },
    unparseable: {
      one: '{count} event from {who} is held: it cannot be read here. This incident may be incomplete.',
      other: '{count} events from {who} are held: they cannot be read here. This incident may be incomplete.',
    },
    misplaced: {
      one: '{count} event from {who} is held: its kind belongs to no incident.',
      other: '{count} events from {who} are held: their kind belongs to no incident.',
    },
    /** Who wrote them, and on which machine. */
    from: '{names} on machine {machine}',
    machine: 'machine {machine}',
    look: 'Review',
    title: 'Held events',
    about: 'They are on disk and go along when this incident is exported. They are in no line and no figure here.',
    none: 'No held events.',
    more: { one: 'and {count} more', other: 'and {count} more' },
    advice: {
      ahead:
        'Compare that machine’s clock with this one. Once admitted, they are part of the record everywhere, at the time of their clock.',
      'known-id': 'Ask them to check that machine’s record with “quarterdeck verify”, and what these events say.',
      misplaced:
        'Nothing of this incident is missing. Ask them to check that machine’s record with “quarterdeck verify”.',
      unparseable: 'Ask them what these events say, and whether their Quarterdeck is another version.',
    },
    admit: { one: 'Admit it', other: 'Admit all {count}' },
    admitting: 'Admitting …',
  },
  newerFacts: {
    one: '{count} event from a newer version: this may be incomplete.',
    other: '{count} events from a newer version: this may be incomplete.',
  },
  unreadFacts: {
    one: '{count} event of this record could not be read; the timeline names it.',
    other: '{count} events of this record could not be read; the timeline names them.',
  },
  more: { one: '{count} more like it', other: '{count} more like them' },
} as const
