import { type WordedProblem, wordedProblem, wordedReason } from '../../../shared/contract/coded-reason'
import type { PanelSpec } from '../../../shared/contract/connections'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { PANEL_SPAN, type PanelReading } from '../../../shared/contract/metrics'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { feedId } from './feed-list'
import { shapeAnswer } from './shape'
import type { PanelAnswer, TimeWindow } from './types'

/** A rate needs two samples in its window. `$__rate_interval` and its like are filled by Grafana. */
const rates = /\b(?:rate|irate|increase|delta|idelta|deriv)\s*\([^[\]]*\[\s*([^\]:]+?)\s*\]/g

/**
 * What an empty answer may come from, if the query shows it; empty: something came, or nothing is known. A chart
 * without a line seems calm, and here the window is too short.
 */
function whyEmpty({ queries }: Pick<PanelSpec, 'queries'>, answer: PanelAnswer): FaultValue {
  if (answer.problem !== '' || hasValues(answer)) return ''
  const windows = new Set(queries.flatMap(({ expr }) => [...expr.matchAll(rates)].map(found => found[1] ?? '')))
  if (windows.size === 0) return ''
  const named = [...windows].map((window): FaultValue => {
    return window.startsWith('$') ? { code: 'window-of-grafana', values: { window } } : window
  })
  const all = named.reduceRight((next, first): FaultValue => ({ code: 'windows-and', values: { first, next } }))
  // The tile shows its beginning, so the reason comes first and the way out behind it.
  return { code: 'panel-rate-windows', values: { windows: all } }
}

function hasValues({ series, frames = [] }: PanelAnswer): boolean {
  return (
    series.some(one => Array.from(one.values).some(value => value !== null)) ||
    frames.some(frame => frame.rows.length > 0)
  )
}

/** Panels that are read together: one question to one connection. */
export interface PanelGroup {
  readonly connection: ConnectionId
  readonly panels: readonly PanelSpec[]
}

/** Spans that a chart of the cockpit can show as different points. */
const POINTS = 360

/** As long as a panel shows, up to now. */
export function panelWindow(now: Millis): TimeWindow {
  return { from: now - PANEL_SPAN, to: now, step: PANEL_SPAN / POINTS }
}

/**
 * Groups panels by the connection they are read through.
 * @param connectionOf undefined: this panel cannot be read
 */
export function groupPanels(
  panels: readonly PanelSpec[],
  connectionOf: (panel: PanelSpec) => ConnectionId | undefined,
): readonly PanelGroup[] {
  const groups = new Map<ConnectionId, PanelSpec[]>()
  for (const panel of panels) {
    const connection = connectionOf(panel)
    if (connection === undefined) continue
    const group = groups.get(connection)
    if (group === undefined) groups.set(connection, [panel])
    else group.push(panel)
  }
  return [...groups].map(([connection, members]) => ({ connection, panels: members }))
}

/** The connection a panel is read through while all is well: its own, or its fall-back where its own is not there. */
export function mainConnection(
  panel: PanelSpec,
  canRead: (connection: ConnectionId) => boolean,
): ConnectionId | undefined {
  return [panel.connection, panel.fallback].find(id => id !== undefined && canRead(id))
}

/** A chart before its first answer. */
export function unreadPanel(panel: PanelSpec, main: ConnectionId | undefined): PanelReading {
  const { id, title, unit, thresholds, figure, decimals, means, from, url, notes = [], codedNotes } = panel
  const { connection } = panel
  const problem: FaultValue = main === undefined ? { code: 'panel-without-connection', values: { connection } } : ''
  const feed = feedId(main ?? panel.connection, 'panels')
  const known = {
    id,
    title,
    unit,
    thresholds,
    series: [],
    feed,
    trueAt: null,
    warnings: notes,
    codedWarnings: codedNotes,
    ...wordedProblem(problem),
  }
  return {
    ...known,
    ...(figure && { figure }),
    ...(decimals !== undefined && { decimals }),
    ...(means && { means }),
    ...(from && { from }),
    ...(url && { url }),
  }
}

/**
 * [FE5] A chart after an answer of the feed that it really came through. A panel that has a problem of its own retains
 * its last series, and the time when they were true.
 */
export function readPanel(
  before: PanelReading,
  panel: Pick<PanelSpec, 'queries' | 'steps' | 'shown' | 'unit' | 'notes' | 'codedNotes'>,
  answer: PanelAnswer | undefined,
  from: { readonly feed: string; readonly trueAt: Millis },
): PanelReading {
  const feed = from.feed
  if (answer === undefined) return { ...before, feed, ...problemOf({ code: 'panel-unanswered' }) }
  const empty = whyEmpty(panel, answer)
  const warned = allWarnings(empty === '' ? [] : [empty], panel, answer.warnings)
  if (answer.problem !== '') return { ...before, feed, ...problemOf(answer.problem), ...warned }
  return { ...before, ...from, ...shapeAnswer(panel, answer, from.trueAt), ...problemOf(''), ...warned }
}

/** Laid over an earlier one, whose code must not stay. */
function problemOf(problem: FaultValue): WordedProblem {
  return { code: undefined, values: undefined, ...wordedProblem(problem) }
}

/** What the empty answer may come from, what was not as in the dashboard when it was pinned, and what the vendor warns of. */
function allWarnings(
  first: readonly FaultValue[],
  { notes = [], codedNotes = notes }: Pick<PanelSpec, 'notes' | 'codedNotes'>,
  last: readonly FaultValue[],
): Pick<PanelReading, 'warnings' | 'codedWarnings'> {
  const [before, after] = [first, last].map(list => list.map(warning => wordedReason(warning).reason))
  const coded = [...first, ...codedNotes, ...last]
  return {
    warnings: [...(before ?? []), ...notes, ...(after ?? [])],
    codedWarnings: coded.some(one => typeof one === 'object') ? coded : undefined,
  }
}
