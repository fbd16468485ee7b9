import type { NotCheckedReason } from '../../../shared/contract/record-check'
import type { DamagedPart } from '../../../shared/contract/record-problems'
import type { Logger } from '../ports'
import type { LogClaim } from '../storage/log-check'
import type { WorkerFault } from '../workers/messages'
import type { Workers } from '../workers/workers'
import { type VerifiedLogs, type VerifyOutput, verifyJob } from './verify-job'

/** A start has more urgent work than to create another thread, in wall-clock milliseconds. */
const START_AFTER = 250

export interface BackgroundCheckOptions {
  readonly workers: Pick<Workers, 'run'>
  /** The database. */
  readonly file: string
  readonly logger: Logger
  /** What is claimed of each log, in the order in which they are checked. */
  readonly claims: readonly LogClaim[]
  /** In wall-clock milliseconds; absent: as after a start. */
  readonly startAfter?: number
  checked(logs: VerifiedLogs): void
  /** All that could be checked was. */
  done(end: CheckEnd): void
}

export interface CheckEnd {
  /** Logs whose state is unknown, because the thread that checked them died over them. */
  readonly unchecked: number
  /** Why not; absent where all were checked. */
  readonly reason?: NotCheckedReason | undefined
  /** Events that are gone with any trace of their incident; null: they could not be counted. */
  readonly missing: number | null
  /** [IN10] Which parts of the file are broken, as far as it was checked. */
  readonly parts: readonly DamagedPart[]
}

/**
 * [IN3] Checks every log in a thread, after the start. If the thread dies, a second one follows and reports each log
 * separately; a log on which that one dies too is set aside and never counts as intact. Returns its stop, which
 * resolves when nothing of it runs any more.
 */
export function checkInBackground(options: BackgroundCheckOptions): () => Promise<void> {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  const timer = setTimeout(() => {
    running = checkAll(options, stopping.signal)
  }, options.startAfter ?? START_AFTER)
  timer.unref()
  return async () => {
    clearTimeout(timer)
    stopping.abort()
    await running
  }
}

async function checkAll(options: BackgroundCheckOptions, signal: AbortSignal): Promise<void> {
  const { logger, done } = options
  const left = [...options.claims]
  let unchecked = 0
  let missing: number | null = null
  let parts: readonly DamagedPart[] = []
  let reason: NotCheckedReason | undefined
  for (let deaths = 0; ; ) {
    const before = left.length
    const end = await attempt(options, left, { each: deaths > 0, signal })
    if (signal.aborted) return
    if ('missing' in end) {
      missing = end.missing
      parts = end.parts
      break
    }
    deaths = left.length < before ? 1 : deaths + 1
    const next = left[0]
    logger.error('The check of the record broke off', { left: left.length, incident: next?.incident, ...end })
    if (deaths < 2) continue
    // No thread gets anywhere: either it died over this log twice, or none can be started at all.
    reason = reasonFor(end)
    unchecked += deaths === 2 ? Number(left.shift() !== undefined) : left.splice(0).length
    if (left.length === 0) break
  }
  done({ unchecked, missing, parts, reason })
}

function reasonFor({ code }: Pick<WorkerFault, 'code'>): NotCheckedReason {
  return code === 'out-of-memory' || code === 'crashed' ? code : 'failed'
}

interface Attempt {
  readonly each: boolean
  readonly signal: AbortSignal
}

/** One run of the job over what is left, which is less afterwards; what it threw or its thread died of, as words. */
async function attempt(
  { workers, file, checked }: BackgroundCheckOptions,
  left: LogClaim[],
  { each, signal }: Attempt,
): Promise<VerifyOutput | WorkerFault> {
  function take(logs: VerifiedLogs): void {
    left.splice(0, logs.length)
    checked(logs)
  }
  try {
    const claims = left.map(claim => ({ ...claim, signed: [...claim.signed] }))
    const reply = await workers.run(verifyJob, { file, claims, each }, { onProgress: take, signal })
    return reply.ok ? reply.value : reply.fault
  } catch (cause) {
    return { code: 'failed', message: String(cause) }
  }
}
