/** Copies of the record: how old the last one is, and what to do where there is none. */

export const backupTexts = {
  name: 'Backups of the record',
  about: 'One a day while this runs, of the last seven days with one. To use one: quarterdeck restore, see the README.',
  words: 'backup copy restore save disk snapshot vacuum',
  newest: 'The last one is {span} old ({size} MB). {count} kept in {folder}',
  none: 'There is none yet. The first one is made two minutes after the start; or make one now. They go to {folder}',
  trouble: {
    'no-room':
      'The last one could not be made: {needs} MB must be free on the disk, and {free} MB are. Make room; it is tried again within the hour.',
    full: 'The last one could not be made: the disk is full. Make room; it is tried again within the hour.',
    'not-written':
      'The last one could not be written: {reason}. Mend that, or copy the record elsewhere with quarterdeck backup FILE.',
    unreadable:
      'The record could not be copied: {reason}. Run quarterdeck verify, and keep the backups that there are elsewhere.',
  },
  problem: 'No backup of the record since {time}. {trouble}',
  problemNever: 'There is no backup of the record. {trouble}',
  drill: 'A drill’s record is not copied. The real one is: leave the drill to see its backups.',
  make: 'Back up now',
  making: 'Backing up…',
  check: {
    name: 'Check of the record',
    about:
      'Compares every event with its hash chain and signatures. Each start does it too. It never changes the record.',
    words: 'verify check integrity damage hash chain signature corruption whole',
    none: 'Not checked since the start.',
    progress: 'Checking: {done} of {all} events',
    whole: 'Checked {events} events on {time}: the record is whole.',
    checked: 'Checked {events} events on {time}.',
    unchecked: {
      one: '1 incident could not be checked: {reason}.',
      other: '{count} incidents could not be checked: {reason}.',
    },
    reasons: {
      failed: 'the check failed, see the log file',
      'out-of-memory': 'the check ran out of memory',
      crashed: 'the check crashed, see the log file',
    },
    verify: 'Verify now',
    verifying: 'Verifying…',
  },
} as const
