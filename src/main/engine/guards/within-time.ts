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

/**
 * [HF2] Runs what somebody's text may keep busy (a pattern, a filter of a template), and ends it when its time is over,
 * wherever it is: V8 stops a loop, a sort and a regular expression in their midst, which no check between steps can.
 * @throws TimeOver, and whatever `work` throws
 */
export function withinTime<T>(limit: Millis, work: () => T): T {
  const context = createContext({ run: work })
  try {
    return caller.runInContext(context, { timeout: Math.max(1, Math.ceil(limit)) }) as T
  } catch (error) {
    if (codeOf(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TimeOver(Math.ceil(limit))
    throw error
  }
}

/** The error is of the other context: no instance of our `Error`. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
