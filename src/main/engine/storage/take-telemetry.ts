import type { IncidentId } from '../../../shared/domain/ids'
import { keptBounds, keptOfBoth, nothingKept } from '../../../shared/domain/kept-samples'
import type { WritableDb } from './database'
import { readTelemetry, writeTelemetry } from './telemetry'
import type { StoredPanel } from './telemetry-fields'

/**
 * [KT8] Takes what another machine kept of panels: as panels of that machine, or, where the same panel is kept here,
 * what it has of it before and after ours. Call it in a transaction. @throws on a failing disk
 */
export function takeTelemetry(db: WritableDb, incident: IncidentId, brought: readonly StoredPanel[]): void {
  if (brought.length === 0) return
  const known = new Map(readTelemetry(db, incident).map(one => [one.panel, one]))
  let room = keptBounds.allPanels - known.size
  for (const panel of brought) {
    const ours = known.get(panel.panel)
    if (ours === undefined && room <= 0) continue
    if (ours === undefined) room -= 1
    writeTelemetry(db, incident, ours === undefined ? { ...panel, here: false } : bothOf(ours, panel), ours)
  }
}

function bothOf(ours: StoredPanel, theirs: StoredPanel): StoredPanel {
  const lines = [...ours.lines]
  const named = [...ours.facts.lines]
  for (const [at, line] of theirs.facts.lines.entries()) {
    const place = named.findIndex(({ name }) => name === line.name)
    const brought = theirs.lines[at] ?? nothingKept
    if (place >= 0) lines[place] = keptOfBoth(lines[place] ?? nothingKept, brought)
    else if (named.length < keptBounds.lines) {
      named.push(line)
      lines.push(brought)
    }
  }
  return { ...ours, facts: { ...ours.facts, lines: named }, lines }
}
