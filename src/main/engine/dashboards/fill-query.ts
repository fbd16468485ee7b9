import { joinedReasons } from '../../../shared/contract/coded-reason'
import type { PanelQuery } from '../../../shared/contract/connections'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Millis } from '../../../shared/lib/time'
import { beginningOf } from '../../../shared/lib/whole-characters'
import { everyText } from './every-text'
import type { ImportedQuery } from './imported'
import { asPromQL, asText, type DefaultFormat, type Filled, interpolate, namesOf } from './interpolate'
import { panelSpanOf, timeVariables } from './spans'

/** What Grafana fills by itself, from the window it is asked for. */
const ofGrafana =
  /^(__interval|__interval_ms|__rate_interval|__rate_interval_ms|__auto|__timeFilter|timeFilter|__from|__to)$/

export type FilledQuery = { readonly query: PanelQuery } | { readonly reason: FaultValue }

interface Surroundings {
  readonly through: 'grafana' | 'prometheus'
  readonly values: Filled
  /** Between two scrapes, where the data source was asked for it; null: as Grafana assumes. */
  readonly scrape: Millis | null
  readonly sourceUid: (uid: string | null) => string | null
}

export function fillQuery(query: ImportedQuery, { through, values, scrape, sourceUid }: Surroundings): FilledQuery {
  const named = query.source.uid === null ? null : interpolate(query.source.uid, values, asText).text
  const uid = through === 'grafana' ? sourceUid(named) : undefined
  if (uid === null) return { reason: sourceUnknown(named) }
  const legend = beginningOf(interpolate(query.legend, values, asText).text, 255)
  const common = { legend, ref: query.ref, ...(uid === undefined ? {} : { datasourceUid: uid }) }
  if (query.raw !== null) return fillRaw(query.raw, query.source.type ?? '', values, common)
  const minStep = interpolate(query.minStep, new Map([...timeVariables(''), ...values]), asText).text
  if (minStep !== '' && panelSpanOf(minStep) === null && /\$\{?_*(rate_)?interval/.test(query.expr))
    return { reason: { code: 'panel-step-unknown', values: { step: minStep } } }
  // Grafana knows what its data source is set to, but not what this panel asks for.
  const known =
    through === 'grafana' && minStep === '' ? withoutGrafanas(timeVariables('')) : timeVariables(minStep, scrape)
  const { text, missing } = interpolate(query.expr, new Map([...known, ...values]), asPromQL)
  const unknown = missing.filter(name => through === 'prometheus' || !ofGrafana.test(name))
  return unknown.length > 0 ? { reason: missingReason(unknown) } : { query: { ...common, expr: text } }
}

function withoutGrafanas(variables: Filled): Filled {
  return new Map([...variables].filter(([name]) => !ofGrafana.test(name)))
}

function sourceUnknown(named: string | null): FaultValue {
  return { code: 'panel-source-unknown', values: { source: named ?? { code: 'panel-source-default' } } }
}

export function missingReason(names: readonly string[]): FaultValue {
  return { code: 'variable-needs', values: { names: namesOf(names) } }
}

/** Every text of the question is filled. Languages write several values differently: only those that we know get them. */
function fillRaw(
  raw: Readonly<Record<string, unknown>>,
  type: string,
  values: Filled,
  common: Omit<PanelQuery, 'expr'>,
): FilledQuery {
  const problems: FaultValue[] = []
  let several = false
  const format: DefaultFormat = variable => {
    if (type === 'loki' || type === 'tempo') return asPromQL(variable)
    if (variable.values.length > 1 || variable.all !== null) several = true
    return variable.values[0] ?? ''
  }
  const fill = (text: string) => {
    const { text: done, missing } = interpolate(text, values, format)
    for (const name of missing)
      if (!name.startsWith('__') && name !== 'timeFilter') problems.push(missingReason([name]))
    return done
  }
  const filled = JSON.stringify(everyText(raw, fill))
  if (several)
    return { reason: { code: 'panel-several-values', values: { source: type || { code: 'panel-its-source' } } } }
  return problems.length > 0 ? { reason: joinedReasons(problems) } : { query: { ...common, expr: '', raw: filled } }
}
