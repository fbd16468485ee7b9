import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import type { RecordCheck } from '../../../shared/contract/record-check'
import type { LogDamage, RecordProblem } from '../../../shared/contract/record-problems'
import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { SECOND } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Ledger } from '../record/ledger'
import { DATABASE_FILE, HEADS_FILE } from '../storage/format.mjs'
import { type KeptHeads, noHeads, readHeads } from '../storage/heads-file'
import { isInPlace } from '../storage/in-place'
import { claimOf, type LogClaim } from '../storage/log-check'
import type { Store } from '../storage/store'
import { isNoIncident } from '../storage/workspace-stream'
import type { Workers } from '../workers/workers'
import type { CheckEnd } from './background-check'
import type { Damages } from './damages'
import { compareHeads, endsOf, type LogEnds } from './head-check'
import { keepHeads } from './heads-keeper'
import { openRecordChecks, type RecordChecks } from './record-checks'
import type { VerifiedLogs } from './verify-job'

type Listed = NonNullable<VerifiedLogs[number]['listed']>

export interface RecordWatch {
  problems(): readonly RecordProblem[]
  /** How far the check of the whole record is, and what the last one found. */
  check: RecordChecks['state']
  /** [IN11] Checks the whole record now. */
  verify: RecordChecks['verify']
  committed(incident: IncidentId, count: number, seq: Seq): void
  /** To be called when something could not be written: the folder may be gone. */
  lookAtPlace(): void
  /** Resolves when all logs have been checked, or will not be. */
  readonly checked: Promise<void>
  /** Writes down how far the logs reach; call it before the store is closed. */
  stop(): Promise<void>
}

export interface RecordWatchOptions {
  readonly store: Store
  readonly ledger: Pick<Ledger, 'summaries' | 'mendSummary' | 'workspace'>
  readonly damages: Damages
  readonly workers: Pick<Workers, 'run'>
  readonly logger: Logger
  readonly clock: Pick<Clock, 'now'>
  /** The problems are others than before. */
  changed(): void
  checkChanged(check: RecordCheck): void
}

const LOOK_EVERY = 5 * SECOND

/** What a whole check finds besides the damage of a log; each check reports it again. */
const foundByCheck: ReadonlySet<RecordProblem['kind']> = new Set(['not-checked', 'events-missing', 'file-damaged'])

/** The format since which there is a file of heads. */
const HEADS_SINCE = 50

/**
 * Whether a file of heads was written before. The stream of a folder begins before its file: a first start that was killed
 * between the two loses nothing.
 */
function reachedOnce({ db, openedFormat }: Store, ends: LogEnds | null): boolean {
  if (openedFormat < HEADS_SINCE || ends === null) return false
  return [...ends].some(([log, { count }]) => count > 1 || !isNoIncident(db, log))
}

/**
 * [IN2] [IN4] Checks at once whether each log reaches as far as it should, then checks every chain in the background. A
 * finding names the incident and the place; the log of that incident is read-only from then on.
 */
export function watchRecord(options: RecordWatchOptions): RecordWatch {
  const { store, ledger, damages, workers, logger, clock, changed } = options
  const { db, folder, origin } = store
  const file = join(folder, HEADS_FILE)
  const found = readHeads(file)
  const kept = found ?? noHeads
  damages.expect(incident => kept.heads.get(incident)?.count ?? 0)
  let others: RecordProblem[] = []
  const ends = endsOf(db, kept.heads)
  // If the index is broken, the list of incidents is what is left; reading each one shows how much of it is readable.
  const logs = [...(ends?.keys() ?? [])]
  if (found === null && reachedOnce(store, ends)) {
    others.push({ kind: 'heads-lost', file })
    logger.error('How far the logs reached is not known any more', { file })
  }
  const listed = new Set(ledger.summaries().map(({ id }) => id))
  for (const [incident, damage] of compareHeads(db, kept, listed, ends)) damages.add(incident, damage)
  for (const incident of logs) if (!listed.has(incident)) mend(incident)
  const isDamaged = (incident: IncidentId) => damages.of(incident) !== undefined
  const heads = keepHeads({ db, origin, file, kept, ends, logger, isDamaged })
  const checked = Promise.withResolvers<void>()
  let claimed: KeptHeads | null = kept
  const checks = openRecordChecks({
    ...{ workers, file: join(folder, DATABASE_FILE), logger, found: take, ended, broken, claims },
    countOf: asked => asked.reduce((sum, { incident }) => sum + heads.count(incident), 0),
    ...{ now: clock.now, changed: options.checkChanged },
  })

  /** What the folder says of each log now: the file of heads follows the record within seconds. */
  function claims(): readonly LogClaim[] {
    const said = claimed
    claimed = null
    const heads = said ?? readHeads(file) ?? noHeads
    return [...openFirst(ledger.summaries()), ...logs.filter(log => isNoIncident(db, log))]
      .filter(incident => !isDamaged(incident))
      .map(incident => claimOf(heads, incident))
  }

  function broken(): readonly RecordProblem[] {
    return [...[...damages.all()].map(damaged), ...others.filter(({ kind }) => foundByCheck.has(kind))]
  }

  function take(verified: VerifiedLogs): void {
    const rows = new Map(ledger.summaries().map(row => [row.id, row]))
    for (const { incident, damage, listed: told } of verified) {
      if (damage !== null) damages.add(incident, damage)
      else if (told !== null) compareListed(incident, rows.get(incident), told)
    }
  }

  function ended({ unchecked, missing, parts }: CheckEnd): void {
    const before = others
    others = others.filter(({ kind }) => !foundByCheck.has(kind))
    if (unchecked > 0) others.push({ kind: 'not-checked', count: unchecked })
    // [IN6] What no chain and no head shows: both were cut. Whose events they were is not known.
    if (missing !== null && missing > 0 && !logs.some(isDamaged)) {
      others.push({ kind: 'events-missing', count: missing })
      logger.error('Events are gone from the record', { count: missing })
    }
    // [IN10] Of events that cannot be read the incident is named already.
    const unnamed = parts.filter(({ table, index }) => table !== 'event' || index || damages.all().size === 0)
    if (unnamed.length > 0) {
      others.push({ kind: 'file-damaged', parts: unnamed })
      logger.error('The file of the record is broken', { parts: unnamed })
    }
    if (!isDeepStrictEqual(others, before)) changed()
    checked.resolve()
  }

  /** The list says what the log says; where it does not, the log is right. */
  function compareListed(incident: IncidentId, row: IncidentSummary | undefined, told: Listed): void {
    const { title, severity, status, deadlines } = told
    const same = row !== undefined && row.title === title && row.severity === severity && row.status === status
    if (!same) mend(incident)
    // [UP7] Listed by an earlier version, for which a message to colleagues moved the customers' clock: no damage.
    else if (!isDeepStrictEqual(row.deadlines, deadlines) && mended(incident)) changed()
  }

  function mended(incident: IncidentId): boolean {
    try {
      return ledger.mendSummary(incident)
    } catch (cause) {
      logger.error('The list of incidents could not be mended', { incident, cause: String(cause) })
      return true
    }
  }

  function mend(incident: IncidentId): void {
    if (!mended(incident)) return
    const title = titleOf(incident)
    if (title !== null && damages.of(incident) === undefined) others.push({ kind: 'list-mended', incident, title })
    changed()
  }

  function titleOf(incident: IncidentId): string | null {
    return ledger.summaries().find(({ id }) => id === incident)?.title ?? null
  }

  function damaged([incident, damage]: readonly [IncidentId, LogDamage]): RecordProblem {
    const ofFolder = incident === HOUSE_LOG || incident === ledger.workspace
    return { kind: 'damaged', incident, title: titleOf(incident), ...(ofFolder && { ofFolder }), damage }
  }

  let inPlace = true
  const looking = setInterval(lookAtPlace, LOOK_EVERY)
  looking.unref()

  /** [DF7] Also while nothing is written: a person must know it before they type. */
  function lookAtPlace(): void {
    const now = isInPlace(db)
    if (now === inPlace) return
    inPlace = now
    if (!now) logger.error('The data folder is not where it was', { folder })
    changed()
  }

  return {
    lookAtPlace,
    problems: () => [
      ...(inPlace ? [] : [{ kind: 'folder-moved', folder } as const]),
      ...[...damages.all()].map(damaged),
      ...others,
    ],
    check: checks.state,
    verify: checks.verify,
    committed: heads.committed,
    checked: checked.promise,
    async stop() {
      clearInterval(looking)
      await checks.stop()
      checked.resolve()
      await heads.stop()
    },
  }
}

/** Those that people work on now are checked before the past. */
function openFirst(summaries: readonly IncidentSummary[]): readonly IncidentId[] {
  const open = summaries.filter(({ status }) => status !== 'resolved')
  return [...open, ...summaries.filter(({ status }) => status === 'resolved')].map(({ id }) => id)
}
