import { unreachable } from '../../../shared/lib/unreachable'
import type { Snapshot } from '../storage/snapshot'
import type { RestoreFault } from './restore'

/** What a terminal says of backups, each in one line with the way out. */

export function backupMadeText({ file, bytes, events }: Snapshot): string {
  return `${file}: ${megabytes(bytes)}, ${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}. It was read back and is whole.\n`
}

/**
 * @param from what was to be copied
 * @param to where to
 */
export function backupProblem(fault: RestoreFault, from: string, to: string): string {
  return `${sentence(fault, from, to)}\n`
}

function sentence(fault: RestoreFault, from: string, to: string): string {
  switch (fault.code) {
    case 'no-room':
      return fault.needs === 0
        ? `There is no room for ${to}. Make some, or name another place.`
        : `There is no room for ${to}: ${megabytes(fault.needs)} must be free there, and ${megabytes(fault.free)} are. Make room, or name another place.`
    case 'there-already':
      return `${to} is there already, and nothing is written over it. Name another file.`
    case 'no-record':
      return `${from} is no record that this Quarterdeck can read: ${stopped(fault.reason)}`
    case 'unreadable':
      return `${from} cannot be read to its end: ${stopped(fault.reason)} quarterdeck verify says what of a record is damaged.`
    case 'not-written':
      return `${to} was not written: ${stopped(fault.reason)} Nothing was left there; try again, or name another place.`
    case 'no-file':
      return `${from} is no file. Name a backup.`
    case 'folder-used':
      return `${to} holds something already. Name a folder that is empty or not there with --data DIR.`
    default:
      return unreachable(fault)
  }
}

/** A reason may be a sentence of its own, which ends with a full stop already. */
function stopped(reason: string): string {
  return `${reason.replace(/[.\s]+$/, '')}.`
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, Math.round(bytes / 100_000) / 10)} MB`
}
