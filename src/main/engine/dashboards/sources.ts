import type { SourceRef } from './imported'
import { asJsonObject } from './schema'

export type SourceKind = 'prometheus' | 'other' | 'mixed' | 'panel' | 'grafana' | 'expression'

export const noSource: SourceRef = { type: null, uid: null }

/** `{ type, uid }`, or a name as dashboards before Grafana 8.3 have it; null: nothing is said, the default is meant. */
export function sourceRef(raw: unknown): SourceRef | null {
  if (typeof raw === 'string' && raw !== '') return { type: null, uid: raw }
  const found = asJsonObject(raw)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const source = { type: text(found?.type), uid: text(found?.uid) }
  return source.type === null && source.uid === null ? null : source
}

/** `$name`, `${name}`, `${name:format}` and `[[name]]` alone: the name; else null. */
export function variableAlone(text: string): string | null {
  const found = /^(?:\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)(?::\w+)?\]\])$/.exec(text)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null
}

/**
 * Which kind of data source it is.
 * @param typeOf type of the variable or input of the dashboard
 * @param asksPromQL the query is one that Prometheus would understand
 */
export function sourceKind(
  source: SourceRef,
  typeOf: (name: string) => string | null,
  asksPromQL: boolean,
): SourceKind {
  const uid = source.uid ?? ''
  if (uid === '-- Mixed --' || uid === 'mixed' || uid === '-- Mixed --'.toLowerCase()) return 'mixed'
  if (uid === '-- Dashboard --') return 'panel'
  if (uid === '-- Grafana --' || uid === 'grafana') return 'grafana'
  if (uid === '__expr__' || uid === '-100' || source.type === '__expr__') return 'expression'
  const variable = variableAlone(uid)
  const type = source.type ?? (variable === null ? null : typeOf(variable))
  // Without a type it is recognized by its query.
  if (type === null) return asksPromQL ? 'prometheus' : 'other'
  return isPrometheus(type) ? 'prometheus' : 'other'
}

/** Amazon's and Azure's hosted ones are plugins of their own that speak PromQL. */
export function isPrometheus(type: string): boolean {
  return /(^|-)prometheus(-datasource)?$|prometheus-datasource$/.test(type)
}
