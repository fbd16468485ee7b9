import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Logger } from '../ports'
import { type ChainCheck, checkChains, openForReading } from '../storage/chain-check'
import type { ReadableDb } from '../storage/database'

/** A slice ends after this many wall milliseconds, so that a key that comes meanwhile does not notice it. */
const SLICE = 4
const PAUSE = 20
const EVENTS_AT_ONCE = 100

export interface ChainWalkOptions {
  /** The database, opened anew and only for reading. */
  readonly file: string
  readonly logger: Logger
  readonly incidents: readonly IncidentId[]
  damaged(incident: IncidentId, damage: LogDamage): void
  /** Its chain is whole; `head` is the incident that it tells. */
  whole(incident: IncidentId, head: Incident): void
  done(): void
}

/** [IN3] Checks every chain in the background, in slices that hold up nobody. Returns its stop. */
export function walkChains(options: ChainWalkOptions): () => void {
  const { file, logger, damaged, whole, done } = options
  const left = [...options.incidents]
  let db: ReadableDb | undefined
  let check: ChainCheck | undefined
  let timer: NodeJS.Timeout | undefined

  function slice(): void {
    try {
      db ??= openForReading(file)
      const until = performance.now() + SLICE
      while (left.length > 0 && performance.now() < until) advance(db)
    } catch (cause) {
      logger.error('The record could not be checked in the background', { cause: String(cause) })
      left.length = 0
    }
    if (left.length > 0) rest()
    else end()
  }

  function advance(open: ReadableDb): void {
    const [incident] = left
    if (incident === undefined) return
    check ??= checkChains(open, incident)
    if (!check.advance(EVENTS_AT_ONCE)) return
    const { damage, incident: head } = check
    left.shift()
    check = undefined
    if (damage !== null) damaged(incident, damage)
    else if (head !== undefined) whole(incident, head)
  }

  function rest(): void {
    timer = setTimeout(slice, PAUSE)
    timer.unref()
  }

  function end(): void {
    close()
    done()
  }

  function close(): void {
    clearTimeout(timer)
    db?.close()
    db = undefined
  }

  rest()
  return close
}
