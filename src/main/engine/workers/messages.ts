import * as z from 'zod/mini'

/** Why a job has no result. */
export interface WorkerFault {
  readonly code: /** Nobody wanted it any more. */
    | 'cancelled'
    /** The engine has stopped. */
    | 'stopped'
    /** The job threw, or said something that is not of its form. */
    | 'failed'
    /** Its thread needed more memory than a thread may have. */
    | 'out-of-memory'
    /** Its thread is gone, or could not be started. */
    | 'crashed'
  /** For the log file. */
  readonly message: string
}

/** From the engine to a thread. A thread runs one job at a time, so that no message needs an id. */
export const toThread = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('run'), job: z.string(), input: z.unknown(), cancel: z.instanceof(SharedArrayBuffer) }),
  z.object({ tell: z.literal('taken') }),
  z.object({ tell: z.literal('cancel') }),
  z.object({ tell: z.literal('close') }),
])
export type ToThread = z.infer<typeof toThread>

/** From a thread to the engine. */
export const fromThread = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('progress'), value: z.unknown() }),
  z.object({ tell: z.literal('done'), value: z.unknown() }),
  z.object({ tell: z.literal('failed'), message: z.string() }),
])
export type FromThread = z.infer<typeof fromThread>
