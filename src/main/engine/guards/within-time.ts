import { createContext, Script } from 'node:vm'
import type { Millis } from '../../../shared/lib/time'

/** The work was ended because its time was over. */
export class TimeOver extends Error {
  override readonly name = 'TimeOver'
  /** Whole milliseconds that it had. */
  readonly most: Millis

  constructor(most: Millis) {
    super(`It took longer than ${most} ms`)
    this.most = most
  }
}

const caller = new Script('run()')

/** Attempts that a machine may cut short which is busy with something else, or was held still. */
const ATTEMPTS = 10

/**
 * [HF2] Runs what a person's text may make slow (a pattern, a filter of a template), and ends it when its time is over,
 * wherever it is: V8 interrupts a loop, a sort and a regular expression in their midst, which no check between steps
 * can. [HF4] Its time is what this thread worked. V8 knows only the wall clock: work that it ended although it hardly
 * ran, because the machine was busy or the process was suspended, starts again, ten times at most.
 * @param work may run several times
 * @param worked what this thread has worked so far
 * @throws TimeOver, and whatever `work` throws
 */
export function withinTime<T>(limit: Millis, work: () => T, worked: () => Millis = threadTime): T {
  const began = worked()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return withinWallTime(limit, work)
    } catch (error) {
      if (!isOver(error)) throw error
      if (attempt === ATTEMPTS || worked() - began >= limit * MOSTLY) throw new TimeOver(Math.ceil(limit))
    }
  }
}

/** An attempt that ran most of its time was not held up. */
const MOSTLY = 0.8

/** Milliseconds that this thread has worked, whatever else the machine did meanwhile. */
export function threadTime(): Millis {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function withinWallTime<T>(limit: Millis, work: () => T): T {
  const context = createContext({ run: work })
  return caller.runInContext(context, { timeout: Math.max(1, Math.ceil(limit)) }) as T
}

/** The error is of the other context: no instance of our `Error`. */
function isOver(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
