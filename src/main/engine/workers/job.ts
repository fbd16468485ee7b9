import type { Reply } from '../../../shared/lib/reply'
import type { WorkerFault } from './messages'

/** Reads what came from the other side of a thread. */
type Parse<T> = { readonly parse: (raw: unknown) => T }

/**
 * Work that takes long, as both sides of a thread know it: its name and the forms of its messages. What it does is named
 * in `main/worker.ts`, so that an engine that never needs it never loads it.
 */
export interface Job<Input, Progress, Output> {
  readonly name: string
  readonly input: Parse<Input>
  readonly progress: Parse<Progress>
  readonly output: Parse<Output>
}

/** What a job may ask of the thread that it runs in. */
export interface JobContext<Progress> {
  /** Settles when the engine has taken it: a job that waits for it never runs ahead of the engine. */
  report(progress: Progress): Promise<void>
  /** Aborted when the result is no longer needed; a job that continues after that is ended with its thread. */
  readonly signal: AbortSignal
  /** The same for work that lets no message in, such as a loop over rows. */
  cancelled(): boolean
}

/** A failure that is expected is part of the output; what it throws is answered as the fault `failed`. */
export type RunJob<Input, Progress, Output> = (
  input: Input,
  context: JobContext<Progress>,
) => Output | PromiseLike<Output>

/** A fault is one of the thread, not of what the job found: all of it may have been done, or nothing. */
export type JobReply<Output> = Reply<Output, WorkerFault>
