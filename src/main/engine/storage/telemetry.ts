import * as z from 'zod/mini'
import { type KeptTelemetry, MOST_KEPT_POINTS } from '../../../shared/contract/telemetry'
import type { IncidentId } from '../../../shared/domain/ids'
import {
  type KeptParts,
  type KeptPoints,
  keptBounds,
  MOST_POINTS,
  noPoints,
  nothingKept,
  part,
  thinned,
  wholeLine,
} from '../../../shared/domain/kept-samples'
import { usualStep } from '../../../shared/domain/samples'
import type { Millis } from '../../../shared/lib/time'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'
import { keptFactsField, type StoredPanel } from './telemetry-fields'

/** Which panels are kept of an incident, and whether this machine does. */
export function keptPanelNames(
  db: ReadableDb,
  incident: IncidentId,
): readonly { readonly panel: string; readonly here: boolean }[] {
  const sql = 'SELECT panel, here FROM telemetryPanel WHERE incident = ? ORDER BY here DESC, panel'
  return statement(db, sql)
    .all(incident)
    .map(row => ({ panel: String(row.panel), here: row.here === 1 }))
}

/** [KT1] All that is kept of a panel. @throws where a row cannot be read */
export function readKeptPanel(db: ReadableDb, incident: IncidentId, panel: string): StoredPanel | undefined {
  const row = statement(db, 'SELECT here, about FROM telemetryPanel WHERE incident = ? AND panel = ?').get(
    incident,
    panel,
  )
  if (row === undefined) return undefined
  const facts = z.parse(keptFactsField, JSON.parse(String(row.about)))
  return { panel, here: row.here === 1, facts, lines: linesOf(db, incident, panel, facts.lines.length) }
}

/** The same of all panels of an incident. */
export function readTelemetry(db: ReadableDb, incident: IncidentId): readonly StoredPanel[] {
  return keptPanelNames(db, incident).flatMap(({ panel }) => readKeptPanel(db, incident, panel) ?? [])
}

function linesOf(db: ReadableDb, incident: IncidentId, panel: string, count: number): readonly KeptParts[] {
  const lines: KeptParts[] = Array.from({ length: count }, () => nothingKept)
  const rows = statement(
    db,
    'SELECT line, part, step, points FROM telemetryPart WHERE incident = ? AND panel = ? ORDER BY line, part',
  ).all(incident, panel)
  for (const row of rows) {
    const line = lines[Number(row.line)]
    if (line === undefined || !(row.points instanceof Uint8Array)) continue
    const points = pointsOf(row.points)
    lines[Number(row.line)] =
      row.part === 0 ? { ...line, older: { ...points, step: Number(row.step) } } : { ...line, recent: points }
  }
  return lines
}

/**
 * Writes what changed of a panel; `before` is what is stored. Call it in a transaction. @throws on a failing disk
 */
export function writeTelemetry(db: WritableDb, incident: IncidentId, panel: StoredPanel, before?: StoredPanel): void {
  const [about, was] = [JSON.stringify(panel.facts), before && JSON.stringify(before.facts)]
  if (about !== was || panel.here !== before?.here)
    statement(
      db,
      'INSERT INTO telemetryPanel (incident, panel, here, about) VALUES (?, ?, ?, ?) ON CONFLICT (incident, panel) DO UPDATE SET here = excluded.here, about = excluded.about',
    ).run(incident, panel.panel, Number(panel.here), about)
  for (const [at, line] of panel.lines.entries()) {
    const stored = before?.lines[at]
    if (line.older !== stored?.older) writePart(db, [incident, panel.panel, at, 0, line.older.step], line.older)
    if (line.recent !== stored?.recent) writePart(db, [incident, panel.panel, at, 1, keptBounds.step], line.recent)
  }
}

type Place = readonly [incident: IncidentId, panel: string, line: number, part: 0 | 1, step: Millis]

function writePart(db: WritableDb, place: Place, points: KeptPoints): void {
  if (points.times.length > MOST_POINTS) throw new RangeError(`${points.times.length} points of a line`)
  statement(
    db,
    'INSERT INTO telemetryPart (incident, panel, line, part, step, points) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (incident, panel, line, part) DO UPDATE SET step = excluded.step, points = excluded.points',
  ).run(...place, bytesOf(points))
}

/** Times, then values, as doubles. */
function bytesOf({ times, values }: KeptPoints): Uint8Array {
  const all = new Float64Array(times.length * 2)
  all.set(times)
  all.set(values, times.length)
  return new Uint8Array(all.buffer)
}

function pointsOf(bytes: Uint8Array): KeptPoints {
  const all = new Float64Array(bytes.slice().buffer)
  const half = all.length / 2
  return Number.isInteger(half) ? { times: all.subarray(0, half), values: all.subarray(half) } : noPoints
}

/** [KT2] How many bytes are kept of the panels of an incident. */
export function telemetryBytes(db: ReadableDb, incident: IncidentId): number {
  const row = statement(db, 'SELECT coalesce(sum(length(points)), 0) AS bytes FROM telemetryPart WHERE incident = ?')
  return Number(row.get(incident)?.bytes)
}

/**
 * [KT5] What panels showed between two instants, as a page or a document asks for it: all of it, of one step for all
 * lines of a panel, in as many points as an answer may have.
 */
export function keptTelemetry(
  db: ReadableDb,
  incident: IncidentId,
  asked: { readonly from: Millis; readonly to: Millis; readonly panel?: string | undefined },
): KeptTelemetry {
  const panels = readTelemetry(db, incident).filter(({ panel }) => asked.panel === undefined || panel === asked.panel)
  const count = panels.reduce((sum, { lines }) => sum + lines.length, 0)
  const most = Math.floor(MOST_KEPT_POINTS / Math.max(1, count))
  return {
    panels: panels.map(({ panel, facts: { lines, ...facts }, lines: kept }) => {
      const shown = inWindow(kept, asked.from, asked.to, most)
      const series = lines.map((line, at) => {
        const { times, values } = shown[at] ?? noPoints
        return { ...line, times: [...times], values: Array.from(values, value => (Number.isNaN(value) ? null : value)) }
      })
      return { panel, ...facts, series }
    }),
  }
}

function inWindow(lines: readonly KeptParts[], from: Millis, to: Millis, most: number): readonly KeptPoints[] {
  const isIn = (time: Millis) => time >= from && time <= to
  const isOld = lines.some(({ older }) => older.times.some(isIn))
  const oldest = Math.max(...lines.map(({ older }) => older.step), keptBounds.olderStep)
  let step: Millis = isOld ? oldest : keptBounds.step
  const whole = lines.map(line => part(wholeLine(line), isIn))
  const at = () =>
    whole.map((points, place) => thinned(points, step, isOld ? ownStep(lines[place]) : usualStep(points)))
  let shown = at()
  while (shown.some(({ times }) => times.length > most)) {
    step *= 2
    shown = whole.map(points => thinned(points, step, 0))
  }
  return shown
}

/** How far apart its source had its points: what is old was thinned. */
function ownStep(line: KeptParts | undefined): Millis {
  return line === undefined || line.recent.times.length < 3 ? 0 : usualStep(line.recent)
}
