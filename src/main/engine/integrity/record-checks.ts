import type { RecordCheck, RecordCheckResult } from '../../../shared/contract/record-check'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import { ok } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { Handlers } from '../sessions/handlers'
import type { LogClaim } from '../storage/log-check'
import { type BackgroundCheckOptions, type CheckEnd, checkInBackground } from './background-check'
import type { VerifiedLogs } from './verify-job'

/** How often sessions get the progress of a check, in wall-clock milliseconds. */
const PUSH_EVERY = 250

export interface RecordChecks {
  state(): RecordCheck
  /** Starts a check of all logs; while one runs, that is the one. */
  verify(): void
  /** Resolves when nothing of a check runs any more. */
  stop(): Promise<void>
}

export interface RecordChecksOptions extends Pick<BackgroundCheckOptions, 'workers' | 'file' | 'logger'> {
  /** What is claimed of each log now, in the order in which they are checked. */
  claims(): readonly LogClaim[]
  /** Events that those logs should have, as far as anybody counted them. */
  countOf(claims: readonly LogClaim[]): number
  found(logs: VerifiedLogs): void
  ended(end: CheckEnd): void
  /** What of the record is known to be broken. */
  broken(): readonly RecordProblem[]
  now(): Millis
  changed(check: RecordCheck): void
}

/** [IN3] [IN11] The checks of the whole record: one after each start, and one on request. */
export function openRecordChecks(options: RecordChecksOptions): RecordChecks {
  const { workers, file, logger, claims, countOf, found, ended, broken, now, changed } = options
  let running: RecordCheck['running'] = null
  let last: RecordCheckResult | null = null
  let stopCheck: () => Promise<void> = async () => undefined
  let ofStart = true
  let askedMeanwhile = false
  let pushedAt = Number.NEGATIVE_INFINITY

  const state = (): RecordCheck => ({ running, last })

  function verify(after?: Millis): void {
    if (running !== null) {
      // That of the start does not know of logs that were begun since.
      askedMeanwhile ||= ofStart
      return
    }
    const asked = claims()
    running = { done: 0, all: countOf(asked) }
    let logs = 0
    stopCheck = checkInBackground({
      ...{ workers, file, logger, claims: asked },
      ...(after !== undefined && { startAfter: after }),
      checked(verified) {
        logs += verified.length
        progressed(verified.reduce((sum, { events }) => sum + events, 0))
        found(verified)
      },
      done(end) {
        const events = running?.done ?? 0
        running = null
        ended(end)
        const { unchecked: count, reason = 'failed' } = end
        last = { at: now(), events, unchecked: count > 0 ? { count, reason } : null, broken: broken() }
        logger.info('The record was checked', { logs, events, unchecked: count, broken: last.broken.length })
        const again = askedMeanwhile
        ofStart = false
        askedMeanwhile = false
        if (again) verify(0)
        else changed(state())
      },
    })
    if (after === 0) changed(state())
  }

  function progressed(events: number): void {
    if (running === null) return
    running = { done: running.done + events, all: Math.max(running.all, running.done + events) }
    const time = performance.now()
    if (time - pushedAt < PUSH_EVERY) return
    pushedAt = time
    changed(state())
  }

  verify()
  return { state, verify: () => verify(0), stop: () => stopCheck() }
}

/** @param verify starts a check, or joins the one that runs */
export function recordCheckChanges(verify: () => void): Handlers<'record:verify'> {
  return {
    'record:verify': () => {
      verify()
      return ok(null)
    },
  }
}
