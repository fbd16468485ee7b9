import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { SECOND } from '../../../shared/lib/time'
import type { Ledger } from '../ledger'
import type { Logger } from '../ports'
import { DATABASE_FILE, HEADS_FILE } from '../storage/format.mjs'
import { readHeads } from '../storage/heads-file'
import { isInPlace } from '../storage/in-place'
import { logEnds, missingEvents } from '../storage/log-heads'
import type { Store } from '../storage/store'
import { summaryOf } from '../summary'
import { walkChains } from './chain-walk'
import type { Damages } from './damages'
import { compareHeads } from './head-check'
import { keepHeads } from './heads-keeper'

export interface RecordWatch {
  problems(): readonly RecordProblem[]
  committed(incident: IncidentId, count: number, seq: Seq): void
  /** To be called when something could not be written: the folder may be gone. */
  lookAtPlace(): void
  /** Resolves when the chains of all incidents have been checked. */
  readonly checked: Promise<void>
  /** Writes down how far the logs reach; call it before the store is closed. */
  stop(): Promise<void>
}

export interface RecordWatchOptions {
  readonly store: Store
  readonly ledger: Pick<Ledger, 'summaries' | 'mendSummary'>
  readonly damages: Damages
  readonly logger: Logger
  /** The problems are others than before. */
  changed(): void
}

const LOOK_EVERY = 5 * SECOND

/** The format since which there is a file of heads. */
const HEADS_SINCE = 50

/**
 * [IN2] [IN4] Looks at once whether each log reaches as far as it should, then checks every chain in the background. What
 * is found is named by incident and place; the log of that incident is only read from then on.
 */
export function watchRecord({ store, ledger, damages, logger, changed }: RecordWatchOptions): RecordWatch {
  const { db, folder, origin } = store
  const file = join(folder, HEADS_FILE)
  const kept = readHeads(file)
  const others: RecordProblem[] = []
  const logs = incidentsWithEvents(store)
  if (kept === null && store.openedFormat >= HEADS_SINCE && logs.length > 0) {
    others.push({ kind: 'heads-lost', file })
    logger.error('How far the logs reached is not known any more', { file })
  }
  const listed = new Set(ledger.summaries().map(({ id }) => id))
  for (const [incident, damage] of compareHeads(db, kept?.heads ?? new Map(), listed)) damages.add(incident, damage)
  for (const incident of logs) if (!listed.has(incident)) mend(incident)
  const isDamaged = (incident: IncidentId) => damages.of(incident) !== undefined
  const heads = keepHeads({
    db,
    origin,
    file,
    kept: kept ?? { heads: new Map(), signed: new Map() },
    logger,
    isDamaged,
  })
  const checked = Promise.withResolvers<void>()
  const stopWalk = walkChains({
    file: join(folder, DATABASE_FILE),
    logger,
    incidents: [...openFirst(ledger.summaries()), ...logs.filter(log => log === HOUSE_LOG)].filter(
      incident => !isDamaged(incident),
    ),
    damaged: damages.add,
    whole: compareListed,
    done: () => {
      lookForHoles()
      checked.resolve()
    },
  })

  /** [IN6] What no chain and no head shows: both were cut. Whose events they were is not known. */
  function lookForHoles(): void {
    if (logs.some(isDamaged)) return
    try {
      const count = missingEvents(db)
      if (count === 0) return
      others.push({ kind: 'events-missing', count })
      logger.error('Events are gone from the record', { count })
      changed()
    } catch (cause) {
      logger.error('The places of the record could not be counted', { cause: String(cause) })
    }
  }

  /** The list says what the log says; where it does not, the log is right. */
  function compareListed(incident: IncidentId, head: Incident): void {
    const { title, severity, status } = head
    const row = ledger.summaries().find(({ id }) => id === incident)
    const same = row !== undefined && row.title === title && row.severity === severity && row.status === status
    if (!same) mend(incident)
    // [UP7] Listed by an earlier version, for which a message to colleagues moved the customers' clock: no damage.
    else if (!isDeepStrictEqual(row.deadlines, summaryOf(head).deadlines) && mended(incident)) changed()
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

  let inPlace = true
  const looking = setInterval(lookAtPlace, LOOK_EVERY)
  looking.unref()

  /** [DF7] Also while nothing is written: whoever types next must know before. */
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
      ...[...damages.all()].map(
        ([incident, damage]): RecordProblem => ({ kind: 'damaged', incident, title: titleOf(incident), damage }),
      ),
      ...others,
    ],
    committed: heads.committed,
    checked: checked.promise,
    async stop() {
      clearInterval(looking)
      stopWalk()
      checked.resolve()
      await heads.stop()
    },
  }
}

function incidentsWithEvents({ db }: Store): readonly IncidentId[] {
  try {
    return [...logEnds(db).keys()]
  } catch {
    // The list of incidents is what is left; reading each tells what of it can be read.
    return []
  }
}

/** Those that people work on now are checked before the past. */
function openFirst(summaries: readonly IncidentSummary[]): readonly IncidentId[] {
  const open = summaries.filter(({ status }) => status !== 'resolved')
  return [...open, ...summaries.filter(({ status }) => status === 'resolved')].map(({ id }) => id)
}
