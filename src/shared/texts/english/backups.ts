/** Copies of the record: how old the last one is, and what to do where there is none. */

export const backupTexts = {
  name: 'Backups',
  about: 'One a day while Quarterdeck runs, for seven days. To restore one: quarterdeck restore, see the README.',
  words: 'backup copy restore save disk snapshot vacuum',
  newest: 'Last backup {span} ago ({size} MB). {count} in {folder}',
  none: 'No backup yet. The first runs two minutes after the start, or start one now. Backups go to {folder}',
  trouble: {
    'no-room':
      'Last backup failed: it needs {needs} MB of free disk space, {free} MB are free. Free up space; it retries within the hour.',
    full: 'Last backup failed: the disk is full. Free up space; it retries within the hour.',
    'not-written': 'Last backup failed: {reason}. Fix that, or back up elsewhere with quarterdeck backup FILE.',
    unreadable:
      'The record could not be copied: {reason}. Run quarterdeck verify, and copy the existing backups to another disk.',
  },
  problem: 'No backup of the record since {time}. {trouble}',
  problemNever: 'No backup of the record. {trouble}',
  drill: 'Drills are not backed up. Leave the drill to see the backups of the live record.',
  make: 'Back up now',
  making: 'Backing up…',
  check: {
    name: 'Check of the record',
    about:
      'Compares every event with its hash chain and signatures. Each start does it too. It never changes the record.',
    words: 'verify check integrity damage hash chain signature corruption whole',
    none: 'Not checked since the start.',
    progress: 'Checking: {done} of {all} events',
    /** While the engine is not heard. */
    wasAt: 'Not connected: the check was at {done} of {all} events.',
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
