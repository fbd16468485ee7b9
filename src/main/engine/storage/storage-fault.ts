import { coded } from '../../../shared/contract/coded-text'
import type { FaultCode } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import { NotStored } from './database'
import { reasonOf } from './fault'
import { RecordMoved } from './in-place'

/**
 * [DF8] What a failed write says: whether it is on the disk, as far as that is known, and the way out. A failed sync may
 * still have left the rows there, so that is unknown until it is looked up by its id.
 * @param what is written
 */
export function storageFault(cause: unknown, what: StoredThing = 'stored-this'): Fault {
  const values = { reason: reasonOf(cause), what: { code: what } }
  if (cause instanceof RecordMoved) return { kind: 'storage-unknown', ...coded('record-moved', values) }
  const broken = what !== 'stored-typed' && isBroken(cause)
  if (cause instanceof NotStored && broken) return { kind: 'not-stored', ...coded('file-refused', values) }
  if (broken) return { kind: 'storage-unknown', ...coded('file-failed', values) }
  if (cause instanceof NotStored) return { kind: 'not-stored', ...coded('disk-refused', values) }
  return { kind: 'storage-unknown', ...coded('disk-failed', values) }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB: no room and no other disk would help. */
const BROKEN: ReadonlySet<number> = new Set([11, 26])

function isBroken(cause: unknown): boolean {
  const thrown = cause instanceof NotStored ? cause.cause : cause
  return thrown instanceof Error && 'errcode' in thrown && BROKEN.has(Number(thrown.errcode) % 256)
}

type StoredThing = Extract<FaultCode, `stored-${string}`>
