import * as z from 'zod/mini'
import { distinctReasons, joinedReasons } from '../../../shared/contract/coded-reason'
import type { CodedPart, FaultCode, FaultValue } from '../../../shared/contract/fault-codes'
import type { ImportedQuery } from './imported'
import { asJsonObject, type RawPanel, targetSchema } from './schema'
import { noSource, type SourceKind, sourceKind, sourceRef } from './sources'

/** What of a panel's questions can be asked, and why the others cannot. */
export interface PanelQueries {
  readonly queries: readonly ImportedQuery[]
  /** Empty: something can be asked. */
  readonly reason: FaultValue
  readonly notes: readonly FaultValue[]
}

export interface QuerySurroundings {
  readonly through: 'grafana' | 'prometheus'
  readonly typeOf: (name: string) => string | null
  /** Another panel of the dashboard, whose answers this one shows. */
  readonly panel: (id: number) => RawPanel | undefined
}

/** Maximum length of a target of another data source. */
const MOST_RAW = 8_000

type Read = { readonly query: ImportedQuery } | { readonly ref: string; readonly reason: CodedPart }

export function panelQueries(panel: RawPanel, around: QuerySurroundings, depth = 0): PanelQueries {
  const borrowed = lender(panel, around)
  if (borrowed !== undefined) {
    if (depth > 3) return { queries: [], reason: { code: 'panel-lends-on' }, notes: [] }
    return panelQueries(borrowed, around, depth + 1)
  }
  const targets = (panel.targets ?? []).map(raw => (typeof raw === 'string' ? { expr: raw } : raw))
  const seen = targets.filter(raw => asJsonObject(raw)?.hide !== true)
  if (seen.length === 0) return { queries: [], reason: { code: 'panel-queries-nothing' }, notes: [] }
  const read = seen.map((raw, at) => readTarget(raw, at, panel, around))
  const queries = read.flatMap(one => ('query' in one ? [one.query] : []))
  const left = read.flatMap(one => ('reason' in one ? [one] : []))
  const [first, ...others] = distinctReasons(left.map(one => one.reason)) as readonly CodedPart[]
  if (queries.length === 0 && first !== undefined)
    return { queries, reason: joinedReasons([ofPanel(first), ...others]), notes: [] }
  return {
    queries,
    reason: '',
    notes: left.map(({ ref, reason }) => ({ code: 'note-query-left', values: { ref, reason } })),
  }
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
    if (expr === '') return { ref, reason: { code: 'query-empty' } }
    return { query: { ref, legend, expr, raw: null, source, minStep } }
  }
  const rest = withoutOurs(raw)
  const reason = otherReason(kind, source.type ?? source.uid, around, rest)
  return reason === undefined ? { query: { ref, legend, expr: '', raw: rest, source, minStep } } : { ref, reason }
}

/** Undefined: it can be asked. */
function otherReason(
  kind: SourceKind,
  name: string | null,
  around: QuerySurroundings,
  raw: object,
): CodedPart | undefined {
  switch (kind) {
    case 'expression':
      return { code: 'query-computed' }
    case 'panel':
      return { code: 'query-lender-missing' }
    case 'grafana':
      return { code: 'query-of-grafana' }
    case 'mixed':
      return { code: 'query-source-unnamed' }
    default:
      break
  }
  if (around.through === 'prometheus')
    return { code: 'query-no-prometheus', values: { source: name ?? { code: 'source-unknown' } } }
  return JSON.stringify(raw).length > MOST_RAW ? { code: 'query-long' } : undefined
}

function withoutOurs(raw: unknown): Readonly<Record<string, unknown>> {
  const { refId, hide, datasource, ...rest } = asJsonObject(raw) ?? {}
  return rest
}

/** Of a query alone, as a note says it, and of the panel that has no other. */
const panelCodes: Partial<Readonly<Record<FaultCode, FaultCode>>> = {
  'query-empty': 'panel-empty',
  'query-computed': 'panel-computed',
  'query-lender-missing': 'panel-lender-missing',
  'query-of-grafana': 'panel-of-grafana',
  'query-source-unnamed': 'panel-source-unnamed',
  'query-no-prometheus': 'panel-no-prometheus',
  'query-long': 'panel-query-long',
}

function ofPanel({ code, values }: CodedPart): CodedPart {
  return { code: panelCodes[code] ?? code, values }
}
