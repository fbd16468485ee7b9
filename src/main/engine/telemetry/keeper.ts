import type { IncidentSummary } from '../../../shared/contract/incidents'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { KeptPanelFacts } from '../../../shared/contract/telemetry'
import type { IncidentId } from '../../../shared/domain/ids'
import { keptAfter, keptBounds, nothingKept } from '../../../shared/domain/kept-samples'
import { ok } from '../../../shared/lib/reply'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Handlers } from '../sessions/handlers'
import { inTransaction, type ReadableDb, type WritableDb } from '../storage/database'
import { keptTelemetry, readTelemetry, writeTelemetry } from '../storage/telemetry'
import type { StoredPanel } from '../storage/telemetry-fields'

interface KeeperOptions {
  readonly db: WritableDb
  readonly clock: Clock
  readonly logger: Logger
  readonly panels: () => readonly PanelReading[]
  readonly summaries: () => readonly IncidentSummary[]
}

export interface TelemetryKeeper {
  /** Incidents may have been declared, resolved or reopened. */
  incidentsChanged(): void
  stop(): void
}

/** Real time. A source still has what was not written when the engine was killed. */
const KEEP_EVERY: Millis = MINUTE
/** Of one panel: who pins and unpins it more often loses the earliest. */
const MOST_SPANS = 50

/** [KT1] Keeps what the pinned panels show with each open incident: at once when one begins or ends, and each minute. */
export function keepTelemetry({ db, clock, logger, panels, summaries }: KeeperOptions): TelemetryKeeper {
  let open = new Map<IncidentId, IncidentSummary>()
  let cancel: () => void = () => undefined
  let stopped = false
  let failing = false

  function keep(): void {
    const now = openNow()
    // Once more of those that have just ended: their last minute, and since when nothing more is kept.
    const ended = [...open.values()].filter(({ id }) => !now.has(id))
    try {
      for (const one of now.values()) keepOne(one, panels())
      for (const one of ended) {
        keepOne(one, panels())
        keepOne(one, [])
      }
      open = now
      failing = false
    } catch (cause) {
      if (!failing) logger.error('What the panels show could not be kept', { cause: String(cause) })
      failing = true
    }
  }

  function keepOne({ id, declaredAt }: IncidentSummary, shown: readonly PanelReading[]): void {
    const before = new Map(readTelemetry(db, id).map(one => [one.panel, one]))
    const after = panelsAfter(before, shown, { now: clock.now(), since: declaredAt - keptBounds.before })
    if (after.length > 0)
      inTransaction(db, () => {
        for (const one of after) writeTelemetry(db, id, one, before.get(one.panel))
      })
  }

  function openNow(): Map<IncidentId, IncidentSummary> {
    return new Map(summaries().flatMap(one => (one.status === 'resolved' ? [] : [[one.id, one] as const])))
  }

  function next(at: Millis): void {
    cancel()
    if (stopped) return
    cancel = clock.at(at, () => {
      keep()
      next(clock.now() + KEEP_EVERY * clock.rate)
    })
  }

  next(clock.now() + KEEP_EVERY * clock.rate)
  return {
    incidentsChanged() {
      const now = openNow()
      const isSame = now.size === open.size && [...now.keys()].every(id => open.has(id))
      if (!isSame) next(clock.now())
    },
    stop() {
      stopped = true
      cancel()
      keep()
    },
  }
}

/** The panels of which something changed. */
function panelsAfter(
  before: ReadonlyMap<string, StoredPanel>,
  shown: readonly PanelReading[],
  { now, since }: { readonly now: Millis; readonly since: Millis },
): readonly StoredPanel[] {
  const readings = new Map(shown.filter(isKept).map(reading => [reading.id, reading]))
  let here = [...before.values()].filter(one => one.here).length
  let all = before.size
  const changed: StoredPanel[] = []
  for (const [id, reading] of readings) {
    const known = before.get(id)
    if (known?.here !== true && (here >= keptBounds.panels || (known === undefined && all >= keptBounds.allPanels)))
      continue
    if (known?.here !== true) here += 1
    if (known === undefined) all += 1
    const after = panelAfter(known, reading, now, since)
    if (after !== known) changed.push(after)
  }
  for (const known of before.values())
    if (known.here && !readings.has(known.panel) && isPinned(known)) changed.push(unpinned(known, now))
  return changed
}

/** What was never read has nothing to keep, and what is read as rows is no line. */
function isKept({ trueAt, series, table }: PanelReading): boolean {
  return trueAt !== null && table === undefined && series.length > 0
}

function isPinned({ facts }: StoredPanel): boolean {
  return facts.pinned.at(-1)?.to === null
}

function unpinned(known: StoredPanel, now: Millis): StoredPanel {
  const spans = known.facts.pinned.map(span => ({ ...span, to: span.to ?? now }))
  return { ...known, facts: { ...known.facts, pinned: spans } }
}

function panelAfter(known: StoredPanel | undefined, reading: PanelReading, now: Millis, since: Millis): StoredPanel {
  const lines = [...(known?.lines ?? [])]
  const named = [...(known?.facts.lines ?? [])]
  const places = placesOf(named)
  let leftOut = 0
  let isNews = known?.here !== true
  const seen = new Map<string, number>()
  for (const series of reading.series) {
    const nth = seen.get(series.name) ?? 0
    seen.set(series.name, nth + 1)
    const place = places.get(`${nth} ${series.name}`) ?? named.length
    if (place >= keptBounds.lines) {
      leftOut += 1
      continue
    }
    const before = lines[place] ?? nothingKept
    lines[place] = keptAfter(before, series, since)
    if (place === named.length)
      named.push({ name: series.name.slice(0, 1_000), ...(series.unit && { unit: series.unit }) })
    if (lines[place] !== before) isNews = true
  }
  const facts = factsAfter(known?.facts, reading, now)
  const after = { ...facts, lines: named, leftOut: Math.max(leftOut, known?.facts.leftOut ?? 0) }
  if (known !== undefined && !isNews && JSON.stringify(known.facts) === JSON.stringify(after)) return known
  return { panel: reading.id, here: true, facts: after, lines }
}

/** Several lines of a panel may have one name: the first of them, the second. */
function placesOf(lines: KeptPanelFacts['lines']): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  return new Map(
    lines.map(({ name }, place) => {
      const nth = seen.get(name) ?? 0
      seen.set(name, nth + 1)
      return [`${nth} ${name}`, place]
    }),
  )
}

function factsAfter(
  known: KeptPanelFacts | undefined,
  { title, unit, thresholds, figure, decimals, from }: PanelReading,
  now: Millis,
): Omit<KeptPanelFacts, 'lines' | 'leftOut'> {
  const spans = known?.pinned ?? []
  const goesOn = spans.at(-1)?.to === null
  const pinned = goesOn ? spans : [...spans, { from: now, to: null }].slice(-MOST_SPANS)
  return {
    title: title.slice(0, 1_000),
    unit,
    thresholds: thresholds.slice(0, 50),
    ...(figure && { figure }),
    ...(decimals !== undefined && { decimals }),
    ...(from !== undefined && { from: from.slice(0, 1_000) }),
    pinned,
  }
}

/** [KT5] */
export function telemetryQueries(db: ReadableDb): Handlers<'telemetry:read'> {
  return { 'telemetry:read': ({ incident, ...asked }) => ok(keptTelemetry(db, incident, asked)) }
}
