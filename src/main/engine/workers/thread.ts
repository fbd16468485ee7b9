import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { fail, ok } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { WorkerEntry } from '../ports'
import type { Job, JobReply } from './job'
import { fromThread, type ToThread, type WorkerFault } from './messages'

export interface ThreadLimits {
  /** Of what a job may hold beside its buffers; far more than ours need, far less than a computer has. */
  readonly megabytes: number
  /** How long a job that is cancelled has to put its things in order before its thread is ended. */
  readonly grace: Millis
}

export interface Task<Input, Progress, Output> {
  readonly job: Job<Input, Progress, Output>
  readonly input: Input
  /** The job continues when it has settled. A throw ends the job, and rejects the promise of its caller. */
  readonly onProgress?: ((progress: Progress) => void | Promise<void>) | undefined
  readonly signal: AbortSignal
}

/** One thread of the engine's process. It is asked for one job at a time. */
export interface Thread {
  run<Input, Progress, Output>(task: Task<Input, Progress, Output>): Promise<JobReply<Output>>
  /** Whether it is gone: another one takes its place. */
  isDead(): boolean
  end(): Promise<void>
}

export function startThread({ file, execArgv }: WorkerEntry, { megabytes, grace }: ThreadLimits): Thread {
  // A token of the environment has no business in a thread.
  const worker = new Worker(file, {
    execArgv: [...execArgv],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  let dead: WorkerFault | undefined
  let onDeath: (fault: WorkerFault) => void = () => undefined
  function die(code: WorkerFault['code'], cause: unknown): void {
    dead ??= { code, message: String(cause) }
    onDeath(dead)
    void worker.terminate()
  }
  worker.on('error', cause => die(isOutOfMemory(cause) ? 'out-of-memory' : 'crashed', cause))
  worker.on('messageerror', cause => die('crashed', cause))
  worker.on('exit', code => die('crashed', `The thread ended with code ${code}`))
  worker.unref()

  return {
    async run(task) {
      if (dead !== undefined) return fail(dead)
      const withdraw = cancelling(worker, grace, die)
      const { reply, hear, fault } = listen(task, worker, die)
      onDeath = fault
      worker.on('message', hear)
      task.signal.addEventListener('abort', withdraw.cancel, { once: true })
      // A working thread holds the process open, an idle one does not.
      worker.ref()
      tell(worker, { tell: 'run', job: task.job.name, input: task.input, cancel: withdraw.flag })
      if (task.signal.aborted) withdraw.cancel()
      try {
        return await reply
      } finally {
        withdraw.end()
        onDeath = () => undefined
        task.signal.removeEventListener('abort', withdraw.cancel)
        worker.off('message', hear)
        worker.unref()
      }
    },
    isDead: () => dead !== undefined,
    async end() {
      if (dead !== undefined) return void (await worker.terminate())
      const { promise: gone, resolve } = Promise.withResolvers<void>()
      worker.once('exit', () => resolve())
      // A thread that is terminated during an SQLite statement leaves its database as it is: it is asked to close
      // first.
      tell(worker, { tell: 'close' })
      worker.ref()
      const timer = setTimeout(() => void worker.terminate(), grace)
      await gone
      clearTimeout(timer)
    },
  }
}

type Die = (code: WorkerFault['code'], cause: unknown) => void

/** What a thread says of one job, turned into its reply. */
function listen<Input, Progress, Output>(task: Task<Input, Progress, Output>, worker: Worker, die: Die) {
  const { job, onProgress, signal } = task
  const { promise: reply, resolve, reject } = Promise.withResolvers<JobReply<Output>>()

  async function take(value: unknown): Promise<void> {
    const progress = job.progress.parse(value)
    try {
      await onProgress?.(progress)
    } catch (cause) {
      reject(cause)
      die('cancelled', 'What it reported could not be taken')
      return
    }
    // A port hands on what has come meanwhile in the same turn of the loop: a quick job would keep all others from it.
    await setImmediate()
    tell(worker, { tell: 'taken' })
  }

  async function hear(raw: unknown): Promise<void> {
    try {
      const message = fromThread.parse(raw)
      if (message.tell === 'progress') await take(message.value)
      else if (message.tell === 'done') resolve(ok(job.output.parse(message.value)))
      else resolve(fail({ code: signal.aborted ? 'cancelled' : 'failed', message: message.message }))
    } catch (cause) {
      // Of another form than its job's: both sides are ours, so the thread is not what it should be.
      die('failed', cause)
    }
  }

  return { reply, hear: (raw: unknown) => void hear(raw), fault: (fault: WorkerFault) => resolve(fail(fault)) }
}

/** Asks a job to end; one that does not is ended with its thread. */
function cancelling(worker: Worker, grace: Millis, die: Die) {
  const flag = new SharedArrayBuffer(4)
  let timer: NodeJS.Timeout | undefined
  return {
    flag,
    cancel() {
      Atomics.store(new Int32Array(flag), 0, 1)
      tell(worker, { tell: 'cancel' })
      timer = setTimeout(() => die('cancelled', 'It went on after it was cancelled, and was ended'), grace)
    },
    end: () => clearTimeout(timer),
  }
}

function tell(worker: Worker, message: ToThread): void {
  worker.postMessage(message)
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
