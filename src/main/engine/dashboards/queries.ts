import * as z from 'zod/mini'
import type { ImportedQuery } from './imported'
import { asJsonObject, type RawPanel, targetSchema } from './schema'
import { noSource, type SourceKind, sourceKind, sourceRef } from './sources'

/** What of a panel's questions can be asked, and why the others cannot. */
export interface PanelQueries {
  readonly queries: readonly ImportedQuery[]
  /** Empty: something can be asked. */
  readonly reason: string
  readonly notes: readonly string[]
}

export interface QuerySurroundings {
  readonly through: 'grafana' | 'prometheus'
  readonly typeOf: (name: string) => string | null
  /** Another panel of the dashboard, whose answers this one shows. */
  readonly panel: (id: number) => RawPanel | undefined
}

/** Longest target of another data source that is kept. */
const MOST_RAW = 8_000

type Read = { readonly query: ImportedQuery } | { readonly ref: string; readonly reason: string }

export function panelQueries(panel: RawPanel, around: QuerySurroundings, depth = 0): PanelQueries {
  const borrowed = lender(panel, around)
  if (borrowed !== undefined) {
    if (depth > 3) return { queries: [], reason: 'It shows the data of a panel that shows another’s', notes: [] }
    return panelQueries(borrowed, around, depth + 1)
  }
  const targets = (panel.targets ?? []).map(raw => (typeof raw === 'string' ? { expr: raw } : raw))
  const seen = targets.filter(raw => asJsonObject(raw)?.hide !== true)
  if (seen.length === 0) return { queries: [], reason: 'It asks nothing', notes: [] }
  const read = seen.map((raw, at) => readTarget(raw, at, panel, around))
  const queries = read.flatMap(one => ('query' in one ? [one.query] : []))
  const left = read.flatMap(one => ('reason' in one ? [one] : []))
  const reasons = [...new Set(left.map(one => one.reason))]
  if (queries.length === 0) return { queries, reason: asSentence(reasons.join('; ')), notes: [] }
  return { queries, reason: '', notes: left.map(({ ref, reason }) => `Query ${ref} is left out: ${reason}`) }
}

function lender(panel: RawPanel, around: QuerySurroundings): RawPanel | undefined {
  if (sourceRef(panel.datasource)?.uid !== '-- Dashboard --') return undefined
  const id = asJsonObject(panel.targets?.[0])?.panelId
  return typeof id === 'number' ? around.panel(id) : undefined
}

function readTarget(raw: unknown, at: number, panel: RawPanel, around: QuerySurroundings): Read {
  const target = z.parse(targetSchema, asJsonObject(raw) ?? {})
  const ref = target.refId ?? String.fromCharCode(65 + (at % 26))
  const own = sourceRef(target.datasource)
  const source = own ?? sourceRef(panel.datasource) ?? noSource
  const expr = (target.expr ?? '').trim()
  const kind = sourceKind(source, around.typeOf, target.expr !== undefined)
  const minStep = target.interval || panel.interval || ''
  const legend = target.legendFormat === undefined || target.legendFormat === '__auto' ? '' : target.legendFormat
  if (kind === 'prometheus') {
    if (expr === '') return { ref, reason: 'it has no expression' }
    return { query: { ref, legend, expr, raw: null, source, minStep } }
  }
  const rest = withoutOurs(raw)
  const reason = otherReason(kind, source.type ?? source.uid ?? 'an unknown one', around, rest)
  return reason === '' ? { query: { ref, legend, expr: '', raw: rest, source, minStep } } : { ref, reason }
}

function otherReason(kind: SourceKind, name: string, around: QuerySurroundings, raw: object): string {
  switch (kind) {
    case 'expression':
      return 'it is computed from other queries inside Grafana'
    case 'panel':
      return 'it shows the data of another panel, which is not in this dashboard'
    case 'grafana':
      return 'it shows Grafana’s own data'
    case 'mixed':
      return 'its data source is not named'
    default:
      break
  }
  if (around.through === 'prometheus')
    return `its data source is no Prometheus (${name}): it can be read through Grafana only`
  return JSON.stringify(raw).length > MOST_RAW ? 'its question is too long' : ''
}

function withoutOurs(raw: unknown): Readonly<Record<string, unknown>> {
  const { refId, hide, datasource, ...rest } = asJsonObject(raw) ?? {}
  return rest
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
