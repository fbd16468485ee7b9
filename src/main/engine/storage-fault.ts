import type { Fault } from '../../shared/contract/faults'
import { NotStored } from './storage/database'
import { reasonOf } from './storage/fault'
import { RecordMoved } from './storage/in-place'

/**
 * [DF8] What a failed write says: whether it is on the disk, as far as that is known, and the way out. A failed sync may
 * still have left the rows there, so that is unknown until it is looked up by its id.
 * @param what is written, as it stands in a sentence
 */
export function storageFault(cause: unknown, what = 'this'): Fault {
  if (cause instanceof RecordMoved) {
    return {
      kind: 'storage-unknown',
      message: `${reasonOf(cause)}, so ${what} would be lost there. Put the folder back and try again: nothing is doubled.`,
    }
  }
  if (cause instanceof NotStored) {
    return {
      kind: 'not-stored',
      message: `Not saved: the disk refused ${what} (${reasonOf(cause)}). Make room or check the disk, then try again.`,
    }
  }
  return {
    kind: 'storage-unknown',
    message: `The disk failed while it kept ${what} (${reasonOf(cause)}). Make room or check the disk, then try again: nothing is doubled.`,
  }
}
