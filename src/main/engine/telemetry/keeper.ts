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
import { keptPanelNames, keptTelemetry, readKeptPanel, writeTelemetry } from '../storage/telemetry'
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
  const waiting: (() => void)[] = []
  let stopped = false
  let failing = false

  /** What is to be done for each panel by itself, so that no turn of the loop takes long. */
  function tasks(): (() => void)[] {
    const now = openNow()
    // Once more of those that have just ended: their last minute, and since when nothing more is kept.
    const ended = [...open.values()].filter(({ id }) => !now.has(id))
    open = now
    const shown = panels()
    return [
      ...[...now.values(), ...ended].map(one => () => tasksOf(one, shown)),
      ...ended.map(one => () => tasksOf(one, [])),
    ].map(made => () => void waiting.unshift(...made()))
  }

  function tasksOf({ id, declaredAt }: IncidentSummary, shown: readonly PanelReading[]): readonly (() => void)[] {
    const known = new Map(keptPanelNames(db, id).map(one => [one.panel, one.here]))
    const readings = chosenOf(known, shown)
    const at = { now: clock.now(), since: declaredAt - keptBounds.before }
    const gone = [...known].flatMap(([panel, here]) => (here && !readings.some(one => one.id === panel) ? [panel] : []))
    return [
      ...readings.map(reading => () => put(id, reading.id, before => panelAfter(before, reading, at))),
      ...gone.map(panel => () => put(id, panel, before => before && unpinned(before, at.now))),
    ]
  }

  function put(
    id: IncidentId,
    panel: string,
    change: (before: StoredPanel | undefined) => StoredPanel | undefined,
  ): void {
    const before = readKeptPanel(db, id, panel)
    const after = change(before)
    if (after !== undefined && after !== before) inTransaction(db, () => writeTelemetry(db, id, after, before))
  }

  /** @returns whether there is more to do */
  function work(): boolean {
    try {
      waiting.shift()?.()
      if (waiting.length === 0) failing = false
    } catch (cause) {
      if (!failing) logger.error('What the panels show could not be kept', { cause: String(cause) })
      failing = true
      waiting.length = 0
    }
    return waiting.length > 0
  }

  function openNow(): Map<IncidentId, IncidentSummary> {
    return new Map(summaries().flatMap(one => (one.status === 'resolved' ? [] : [[one.id, one] as const])))
  }

  function next(at: Millis): void {
    cancel()
    if (stopped) return
    cancel = clock.at(at, () => {
      if (waiting.length === 0) waiting.push(...tasks())
      next(work() ? clock.now() : clock.now() + KEEP_EVERY * clock.rate)
    })
  }

  next(clock.now() + KEEP_EVERY * clock.rate)
  return {
    incidentsChanged() {
      const now = openNow()
      if (now.size === open.size && [...now.keys()].every(id => open.has(id))) return
      waiting.push(...tasks())
      next(clock.now())
    },
    stop() {
      stopped = true
      cancel()
      waiting.push(...tasks())
      while (work());
    },
  }
}

/** The panels that are kept, as many as may be: those that are already first. */
function chosenOf(known: ReadonlyMap<string, boolean>, shown: readonly PanelReading[]): readonly PanelReading[] {
  let here = [...known.values()].filter(Boolean).length
  let all = known.size
  return shown.filter(isKept).filter(({ id }) => {
    if (known.get(id) === true) return true
    if (here >= keptBounds.panels || (!known.has(id) && all >= keptBounds.allPanels)) return false
    here += 1
    if (!known.has(id)) all += 1
    return true
  })
}

/** What was never read has nothing to keep, and what is read as rows is no line. */
function isKept({ trueAt, series, table }: PanelReading): boolean {
  return trueAt !== null && table === undefined && series.length > 0
}

/** The same object where it was no longer pinned. */
function unpinned(known: StoredPanel, now: Millis): StoredPanel {
  if (known.facts.pinned.at(-1)?.to !== null) return known
  const spans = known.facts.pinned.map(span => ({ ...span, to: span.to ?? now }))
  return { ...known, facts: { ...known.facts, pinned: spans } }
}

function panelAfter(
  known: StoredPanel | undefined,
  reading: PanelReading,
  { now, since }: { readonly now: Millis; readonly since: Millis },
): StoredPanel {
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
