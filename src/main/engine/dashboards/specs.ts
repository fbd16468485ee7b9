import { createHash } from 'node:crypto'
import { isCoded, joinedReasons, wordedReason } from '../../../shared/contract/coded-reason'
import type { PanelQuery, PanelSpec } from '../../../shared/contract/connections'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { PanelStep } from '../../../shared/contract/panel-steps'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { plainLine } from '../http/plain-text'
import { everyText } from './every-text'
import { fillQuery, missingReason } from './fill-query'
import type { ImportedDashboard, ImportedPanel, ImportedRow } from './imported'
import { asText, type Filled, interpolate } from './interpolate'
import { single } from './spans'

export interface SpecChoice {
  readonly connection: ConnectionId
  readonly through: 'grafana' | 'prometheus'
  readonly values: Filled
  /** What is wrong with variables, by name. */
  readonly problems: ReadonlyMap<string, FaultValue>
  /** Between two scrapes, where it was measured. */
  readonly scrape: Millis | null
  /** Uid of a data source by what a panel says of it, its variable filled; null: none is known. Grafana only. */
  readonly sourceUid: (uid: string | null) => string | null
  /** Address of a panel in Grafana; undefined for none. */
  readonly link: (panel: number | null) => string | undefined
}

/** A panel with its values, or why it cannot be read with them. */
export type PanelOutcome =
  | { readonly key: string; readonly spec: PanelSpec }
  | { readonly key: string; readonly title: string; readonly reason: FaultValue }

/** Copies of one panel or row. */
const MOST_COPIES = 24

/**
 * What becomes of the panels with these keys: one spec each, or one a value where the panel or its row is repeated.
 * The same panel with the same values has the same id, so that pinning it twice is pinning it once.
 */
export function panelSpecs(
  dashboard: ImportedDashboard,
  keys: ReadonlySet<string>,
  choice: SpecChoice,
): readonly PanelOutcome[] {
  return dashboard.rows.flatMap(row =>
    row.panels.filter(panel => keys.has(panel.key)).flatMap(panel => outcomes(dashboard, row, panel, choice)),
  )
}

function outcomes(
  dashboard: ImportedDashboard,
  row: ImportedRow,
  panel: ImportedPanel,
  choice: SpecChoice,
): readonly PanelOutcome[] {
  if (panel.reason !== '') return [{ key: panel.key, title: panel.title, reason: panel.reason }]
  const copies = repeated(choice.values, row.repeat).flatMap(values => repeated(values, panel.repeat))
  const made = copies.slice(0, MOST_COPIES).map(values => outcome(dashboard, panel, { ...choice, values }))
  if (made.length === copies.length) return made
  const reason: FaultValue = { code: 'panel-copies-cut', values: { all: copies.length, most: MOST_COPIES } }
  return [...made, { key: panel.key, title: panel.title, reason }]
}

/** The values, once for each that the variable has. */
function repeated(values: Filled, name: string | null): readonly Filled[] {
  const variable = name === null ? undefined : values.get(name)
  if (name === null || variable === undefined) return [values]
  return variable.values.map((value, at) => new Map([...values, [name, single(value, variable.texts[at] ?? value)]]))
}

function outcome(dashboard: ImportedDashboard, panel: ImportedPanel, choice: SpecChoice): PanelOutcome {
  const title = plainLine(interpolate(panel.title, choice.values, asText).text, 255)
  const filled = panel.queries.map(query => fillQuery(query, choice))
  const reasons = filled.flatMap(one => ('reason' in one ? [one.reason] : []))
  // A line that is missing without a word would be a wrong picture: one that cannot be asked stops the panel.
  const steps = filledSteps(panel.steps, choice.values)
  if (steps.missing.length > 0) reasons.push(missingReason(steps.missing))
  if (reasons.length > 0) return { key: panel.key, title, reason: joinedReasons(reasons) }
  const queries = filled.flatMap(one => ('query' in one ? [one.query] : []))
  return { key: panel.key, spec: specOf(dashboard, { ...panel, steps: steps.steps }, { title, queries }, choice) }
}

function specOf(
  dashboard: ImportedDashboard,
  panel: ImportedPanel,
  { title, queries }: { readonly title: string; readonly queries: readonly PanelQuery[] },
  { connection, link, problems }: SpecChoice,
): PanelSpec {
  const [first] = queries
  const coded = [...panel.notes, ...variableNotes(dashboard, panel, problems)]
  const notes = coded.map(note => wordedReason(note).reason)
  const content = {
    title,
    unit: panel.unit,
    thresholds: panel.thresholds,
    connection,
    ...(first?.datasourceUid === undefined ? {} : { datasourceUid: first.datasourceUid }),
    queries,
    ...(panel.shown === 'lines' ? {} : { shown: panel.shown }),
    ...(panel.steps.length === 0 ? {} : { steps: panel.steps }),
    ...(panel.figure === 'last' ? {} : { figure: panel.figure }),
    from: dashboard.title,
    ...(notes.length === 0 ? {} : { notes }),
  }
  const url = link(panel.id)
  const id = `pin-${createHash('sha256')
    .update(JSON.stringify([dashboard.uid, panel.key, content]))
    .digest('hex')
    .slice(0, 24)}`
  // Not part of the id: what was pinned before decimals and codes were known stays the same panel.
  const decimals = panel.decimals === null ? {} : { decimals: panel.decimals }
  const codedNotes = coded.some(isCoded) ? { codedNotes: coded } : {}
  return { id, ...content, ...decimals, ...codedNotes, ...(url === undefined ? {} : { url }) }
}

/** A filter whose variable has no value would keep nothing, or everything. */
function filledSteps(steps: readonly PanelStep[], values: Filled) {
  const missing = new Set<string>()
  const fill = (text: string) => interpolate(text, values, asText).text
  for (const step of steps) {
    const tests = step.do === 'filter' ? step.tests.filter(test => test.is !== 'pattern') : []
    for (const { to, upTo = '' } of tests)
      for (const name of interpolate(`${to} ${upTo}`, values, asText).missing) missing.add(name)
  }
  return { steps: steps.map(step => everyText(step, fill) as PanelStep), missing: [...missing] }
}

/** What is wrong with the variables that it is asked with. Filters count for every query. */
function variableNotes(
  dashboard: ImportedDashboard,
  { queries }: ImportedPanel,
  problems: ReadonlyMap<string, FaultValue>,
): readonly FaultValue[] {
  const texts = queries.map(query => [query.expr, query.raw === null ? '' : JSON.stringify(query.raw)].join(' '))
  const used = new Set(texts.flatMap(text => interpolate(text, new Map(), asText).missing))
  return dashboard.variables.flatMap(({ name, kind }): readonly FaultValue[] => {
    const problem = problems.get(name)
    return problem !== undefined && (kind === 'filters' || used.has(name))
      ? [{ code: 'note-variable', values: { variable: `$${name}`, problem } }]
      : []
  })
}
