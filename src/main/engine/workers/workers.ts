import { fail } from '../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { WorkerEntry } from '../ports'
import type { Job, JobReply } from './job'
import { startThread, type Thread, type ThreadLimits } from './thread'

export interface RunOptions<Progress> {
  /** The job continues when it has settled. A throw ends the job, and rejects the promise of its caller. */
  readonly onProgress?: (progress: Progress) => void | Promise<void>
  /** Aborted: nobody wants the result any more, and the reply is `cancelled`. */
  readonly signal?: AbortSignal
  /** A person waits for it: it does not queue behind background jobs. */
  readonly waitedFor?: boolean
}

/** Where work that takes long runs: in threads of this process, never on the engine's loop. */
export interface Workers {
  /** [WT1] Always settles: a job that fails, and a thread that dies, are faults. */
  run<Input, Progress, Output>(
    job: Job<Input, Progress, Output>,
    input: Input,
    options?: RunOptions<Progress>,
  ): Promise<JobReply<Output>>
  /** Ends every thread, and answers every job `stopped`. */
  stop(): Promise<void>
}

export interface WorkersOptions extends Partial<ThreadLimits> {
  /** How long an idle thread lives, in place of our default. */
  readonly idle?: Millis
}

/**
 * How long an idle thread lives: it holds 20 MB and more. A person who searched once types on; background jobs come
 * seconds apart, and no person waits while the next thread starts.
 */
const KEPT = { background: SECOND, waitedFor: 10 * SECOND }

interface Lane {
  readonly idle: Millis
  thread: Thread | undefined
  idleTimer: NodeJS.Timeout | undefined
  /** Settles when all that was asked of it before has ended. */
  turn: Promise<unknown>
}

/** [WT2] Starts no thread before there is a job. */
export function openWorkers(entry: WorkerEntry, options: WorkersOptions = {}): Workers {
  const { idle, megabytes = 1_024, grace = SECOND } = options
  const stopping = new AbortController()
  // One for background jobs, and one for what a person waits for: laptops have two cores.
  const lanes = { background: emptyLane(idle ?? KEPT.background), waitedFor: emptyLane(idle ?? KEPT.waitedFor) }

  async function runIn<Input, Progress, Output>(
    lane: Lane,
    job: Job<Input, Progress, Output>,
    input: Input,
    { onProgress, signal }: RunOptions<Progress>,
  ): Promise<JobReply<Output>> {
    if (stopping.signal.aborted) return stopped
    if (signal?.aborted) return fail({ code: 'cancelled', message: 'It was cancelled before it began' })
    clearTimeout(lane.idleTimer)
    if (lane.thread?.isDead() !== false) lane.thread = startThread(entry, { megabytes, grace })
    const either = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal])
    try {
      const reply = await lane.thread.run({ job, input, onProgress, signal: either })
      return !reply.ok && stopping.signal.aborted ? stopped : reply
    } finally {
      lane.idleTimer = setTimeout(() => void endThread(lane), lane.idle)
      lane.idleTimer.unref()
    }
  }

  async function endThread(lane: Lane): Promise<void> {
    const { thread } = lane
    lane.thread = undefined
    await thread?.end()
  }

  return {
    run(job, input, runOptions = {}) {
      const lane = runOptions.waitedFor === true ? lanes.waitedFor : lanes.background
      const reply = lane.turn.then(() => runIn(lane, job, input, runOptions))
      lane.turn = reply.catch(() => undefined)
      return reply
    },
    async stop() {
      stopping.abort()
      for (const lane of Object.values(lanes)) {
        await lane.turn
        clearTimeout(lane.idleTimer)
        await endThread(lane)
      }
    },
  }
}

function emptyLane(idle: Millis): Lane {
  return { idle, thread: undefined, idleTimer: undefined, turn: Promise.resolve() }
}

const stopped = fail({ code: 'stopped', message: 'The engine has stopped' } as const)
