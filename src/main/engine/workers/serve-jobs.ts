import { parentPort } from 'node:worker_threads'
import type { Job, JobContext, RunJob } from './job'
import { type FromThread, toThread } from './messages'

/** A job with what it does, loaded when it is asked for first. */
export interface ServedJob {
  readonly name: string
  run(input: unknown, context: JobContext<unknown>): Promise<unknown>
}

export function served<Input, Progress, Output>(
  job: Job<Input, Progress, Output>,
  load: () => Promise<RunJob<Input, Progress, Output>>,
): ServedJob {
  return {
    name: job.name,
    run: async (input, context) => (await load())(job.input.parse(input), context),
  }
}

interface Running {
  readonly cancel: AbortController
  /** The engine has what was reported last. */
  taken: () => void
}

/** Runs in a thread: does the jobs that the engine asks for, one after the other. */
export function serveJobs(jobs: readonly ServedJob[]): void {
  let current: Running | undefined

  async function run(name: string, input: unknown, cancelled: Int32Array): Promise<FromThread> {
    const job = jobs.find(one => one.name === name)
    if (job === undefined) return { tell: 'failed', message: `There is no job ${name}` }
    const running: Running = { cancel: new AbortController(), taken: () => undefined }
    current = running
    try {
      const value = await job.run(input, {
        signal: running.cancel.signal,
        cancelled: () => Atomics.load(cancelled, 0) === 1,
        report: progress =>
          new Promise(done => {
            running.taken = done
            say({ tell: 'progress', value: progress })
          }),
      })
      return { tell: 'done', value }
    } catch (cause) {
      return { tell: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
    } finally {
      current = undefined
    }
  }

  parentPort?.on('message', raw => {
    const message = toThread.parse(raw)
    if (message.tell === 'taken') current?.taken()
    else if (message.tell === 'cancel') current?.cancel.abort()
    // Nothing holds the thread then: it ends by itself, once what it had open is closed.
    else if (message.tell === 'close') parentPort?.close()
    else void run(message.job, message.input, new Int32Array(message.cancel)).then(say)
  })
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}
