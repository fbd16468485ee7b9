import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { WorkerFault } from '../../workers/messages'
import type { Workers } from '../../workers/workers'
import type { ImportBatch, Imported, ImportRefusal } from '../import'
import { bundleJob } from './bundle-job'
import type { BundleFault, Manifest } from './format'

/** Rows that are taken in one turn of the engine's loop, and in one transaction. */
const MOST_ROWS = 250

export interface TakeOptions<Fault> {
  readonly workers: Pick<Workers, 'run'>
  /** Whether the record here is a drill's. */
  readonly drill: boolean
  /** Takes a part of it: all of that or nothing. */
  merge(batch: ImportBatch): Reply<Imported, ImportRefusal | Fault>
  /** Aborted: no further part is taken. */
  readonly signal?: AbortSignal
  readonly passphrase?: string | undefined
  /** Rows of a part. */
  readonly most?: number
}

export interface TakenBundle {
  readonly manifest: Manifest
  readonly imported: Imported
}

/** A part was refused by the record here: no further one is taken. */
class PartRefused<Fault> extends Error {
  override readonly name = 'PartRefused'
  readonly fault: Fault

  constructor(fault: Fault) {
    super('A part of a bundle was refused')
    this.fault = fault
  }
}

/**
 * [RK14] Takes a bundle that a thread reads, part by part: between them the engine's loop is free. What breaks off midway
 * leaves a whole record of the parts that were taken; the same bundle again brings the rest, and nothing twice.
 * Fault: of the file, of the record here, or of the thread.
 */
export async function takeBundle<Fault>(
  path: string,
  options: TakeOptions<Fault>,
): Promise<Reply<TakenBundle, BundleFault | ImportRefusal | WorkerFault | Fault>> {
  const { workers, drill, merge, signal, passphrase, most = MOST_ROWS } = options
  let imported: Imported = { added: 0, known: 0, held: 0, forked: 0 }
  try {
    const reply = await workers.run(
      bundleJob,
      { path, most, passphrase },
      {
        waitedFor: true,
        ...(signal && { signal }),
        onProgress(slice) {
          const taken = merge({ ...(slice as Omit<ImportBatch, 'drill'>), drill })
          if (!taken.ok) throw new PartRefused(taken.fault)
          imported = sumOf(imported, taken.value)
        },
      },
    )
    if (!reply.ok) return reply
    return reply.value.ok ? ok({ manifest: reply.value.value, imported }) : fail(reply.value.fault)
  } catch (cause) {
    if (cause instanceof PartRefused) return fail(cause.fault as Fault)
    throw cause
  }
}

function sumOf(a: Imported, b: Imported): Imported {
  return {
    added: a.added + b.added,
    known: a.known + b.known,
    held: a.held + b.held,
    forked: a.forked + b.forked,
  }
}
