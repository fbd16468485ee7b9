import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { NameMatch, PanelStep } from '../../../shared/contract/panel-steps'
import { panelFigureOf } from './figures'
import type { ImportedQuery } from './imported'
import { patternOf } from './name-pattern'
import { calculateField, filterByValue, groupBy } from './row-transformations'
import { asJsonObject, type RawPanel, textsIn } from './schema'

/** What a panel's transformations become. One that cannot be followed makes the panel unsupported: its data would be wrong. */
export interface Transformed {
  readonly steps: readonly PanelStep[]
  readonly queries: readonly ImportedQuery[]
  /** Empty: all of them can be followed. */
  readonly reason: FaultValue
}

type Options = Readonly<Record<string, unknown>>
/** Undefined: not in this form. */
type Translate = (options: Options, table: boolean) => readonly PanelStep[] | undefined

const translations: Readonly<Record<string, Translate>> = {
  organize,
  renameByRegex,
  filterFieldsByName: filterByName,
  calculateField,
  groupBy: (options, rows) => (rows ? groupBy(options) : undefined),
  filterByValue: (options, rows) => (rows ? filterByValue(options) : undefined),
  reduce,
  merge: (_options, table) => (table ? [{ do: 'join', by: null }] : []),
  joinByField: join,
  seriesToColumns: join,
  labelsToFields,
  sortBy,
  limit: ({ limitField }, table) => (table ? [{ do: 'limit', count: Number(limitField ?? 10) }] : undefined),
  // They prepare frames for a drawing; lines stay the same lines.
  prepareTimeSeries: (_options, table) => (table ? undefined : []),
  concatenate: (_options, table) => (table ? undefined : []),
}

export function followTransformations(panel: RawPanel, queries: readonly ImportedQuery[], table: boolean): Transformed {
  const steps: PanelStep[] = []
  let left = queries
  for (const { id, disabled, filter, options } of panel.transformations ?? []) {
    if (disabled === true) continue
    const given = asJsonObject(options) ?? {}
    if (id === 'filterByRefId') {
      left = byRef(left, given)
      continue
    }
    // A table that reduces lines has rows from there on; lines are not joined by a field of them.
    const rows = table || (steps.some(step => step.do === 'reduce') && !joins.includes(id))
    const overTime = id === 'groupBy' && !steps.some(step => step.do === 'reduce') && !isInstant(panel, left)
    const translated = filter === undefined && !overTime ? translate(id, given, rows) : undefined
    if (translated === undefined)
      return { steps: [], queries, reason: { code: 'panel-transformation', values: { transformation: id } } }
    steps.push(...translated)
  }
  return { steps, queries: left, reason: left.length === 0 ? { code: 'panel-transformed-away' } : '' }
}

/** They bring the rows of several queries together. */
const joins = ['merge', 'joinByField', 'seriesToColumns']

/** A table of ours has one row for each line, and groups over time need all of them. */
function isInstant({ targets = [] }: RawPanel, queries: readonly ImportedQuery[]): boolean {
  if (queries.every(query => query.raw !== null)) return true
  return targets.map(asJsonObject).every(target => target?.hide === true || target?.instant === true)
}

function translate(id: string, options: Options, table: boolean): readonly PanelStep[] | undefined {
  return Object.hasOwn(translations, id) ? translations[id]?.(options, table) : undefined
}

function byRef(queries: readonly ImportedQuery[], { include, exclude }: Options): readonly ImportedQuery[] {
  const refs = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split('|') : null)
  const [kept, left] = [refs(include), refs(exclude)]
  return queries.filter(({ ref }) => (kept?.includes(ref) ?? true) && !(left?.includes(ref) ?? false))
}

function organize({ excludeByName, includeByName, indexByName, renameByName }: Options): readonly PanelStep[] {
  const marked = (value: unknown) =>
    Object.entries(asJsonObject(value) ?? {}).flatMap(([name, on]) => (on === true ? [name] : []))
  const [left, kept] = [marked(excludeByName), marked(includeByName)]
  const order = Object.entries(asJsonObject(indexByName) ?? {})
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name)
  const renames = Object.entries(asJsonObject(renameByName) ?? {}).flatMap(([name, to]): readonly PanelStep[] =>
    typeof to === 'string' && to !== '' ? [{ do: 'rename', what: named([name]), to, whole: true }] : [],
  )
  return [
    ...(kept.length > 0 ? [{ do: 'keep', what: named(kept) } as const] : []),
    ...(left.length > 0 ? [{ do: 'drop', what: named(left) } as const] : []),
    ...(order.length > 0 ? [{ do: 'order', names: order } as const] : []),
    ...renames,
  ]
}

function renameByRegex({ regex, renamePattern }: Options): readonly PanelStep[] | undefined {
  const what = typeof regex === 'string' ? patternOf(regex) : null
  return what === null ? undefined : [{ do: 'rename', what, to: String(renamePattern ?? '') }]
}

function filterByName({ include, exclude, byVariable }: Options): readonly PanelStep[] | undefined {
  if (byVariable === true) return undefined
  const steps: PanelStep[] = []
  for (const [how, given] of [
    ['keep', include],
    ['drop', exclude],
  ] as const) {
    const { names, pattern, variable } = asJsonObject(given) ?? {}
    if (variable !== undefined) return undefined
    const what = typeof pattern === 'string' && pattern !== '' ? patternOf(pattern) : undefined
    // Both together mean either, which no one step says.
    if (what === null || (what !== undefined && textsIn(names).length > 0)) return undefined
    if (what !== undefined) steps.push({ do: how, what })
    else if (Array.isArray(names)) steps.push({ do: how, what: named(textsIn(names)) })
  }
  return steps
}

function reduce({ reducers, mode, labelsToFields: asFields }: Options): readonly PanelStep[] | undefined {
  const figures = textsIn(reducers).map(panelFigureOf)
  if ((mode !== undefined && mode !== 'seriesToRows') || asFields === true || figures.length === 0) return undefined
  const found = figures.filter(figure => figure !== undefined)
  return found.length === figures.length ? [{ do: 'reduce', figures: found }] : undefined
}

function join({ byField, mode }: Options, table: boolean): readonly PanelStep[] | undefined {
  const inner = mode === 'inner'
  const outer = mode === undefined || mode === 'outer' || mode === 'outerTabular'
  const by = typeof byField === 'string' && byField !== '' ? byField : 'Time'
  const time = /^time$/i.test(by)
  if (table !== !time || (!table && !outer) || !(outer || inner)) return undefined
  // Lines share the time already.
  return table ? [{ do: 'join', by, ...(inner ? { inner } : {}) }] : []
}

function labelsToFields({ mode, keepLabels, valueLabel }: Options, table: boolean): readonly PanelStep[] | undefined {
  const asValue = typeof valueLabel === 'string' && valueLabel !== ''
  if (!table || asValue || (mode !== undefined && mode !== 'columns')) return undefined
  // A table's rows have their labels as columns from the start.
  const kept = textsIn(keepLabels)
  return kept.length === 0 ? [] : [{ do: 'keep', what: { by: 'pattern', pattern: keptColumns(kept), flags: '' } }]
}

function keptColumns(labels: readonly string[]): string {
  return `^(?:${[...labels.map(label => label.replace(/\W/g, '\\$&')), 'Time', 'Value(?: #\\w)?'].join('|')})$`
}

function sortBy({ sort }: Options, table: boolean): readonly PanelStep[] | undefined {
  if (!table) return []
  const first = asJsonObject(Array.isArray(sort) ? sort[0] : undefined)
  if (typeof first?.field !== 'string') return []
  return [{ do: 'sort', by: first.field, descending: first.desc === true }]
}

function named(names: readonly string[]): NameMatch {
  return { by: 'names', names }
}
