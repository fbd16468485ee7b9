import { joinedReasons } from '../../../shared/contract/coded-reason'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import { ALL_VALUES } from '../../../shared/contract/dashboards'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Reply } from '../../../shared/lib/reply'
import { ok } from '../../../shared/lib/reply'
import type { MetricNames } from '../vendors/account'
import type { ImportedDashboard, ImportedVariable, SourceRef, VariableOption } from './imported'
import { asPromQL, asRegex, type Filled, type FilledVariable, interpolate, namesOf } from './interpolate'
import { timeVariables } from './spans'
import { filtered, sortedOptions } from './variable-options'

/**
 * Asks what a query variable of a Prometheus data source asks for.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
async function askVariable(
  names: MetricNames,
  query: string,
  signal: AbortSignal,
): Promise<Reply<readonly string[], VendorFault>> {
  const asked = query.trim()
  if (/^label_names\(\s*\)$/.test(asked)) return names.labelNames(signal)
  // Greedy up to the last comma: a selector has commas of its own.
  const values = /^label_values\((?:([\s\S]+),)?\s*([A-Za-z_]\w*)\s*\)$/.exec(asked)
  if (values !== null) return names.labelValues(values[2] ?? '', values[1]?.trim() ?? null, signal)
  const metrics = /^metrics\(([\s\S]*)\)$/.exec(asked)
  if (metrics !== null) return metricNames(names, metrics[1] ?? '', signal)
  const result = /^query_result\(([\s\S]+)\)$/.exec(asked)
  if (result !== null) return names.queryResult((result[1] ?? '').trim(), signal)
  return names.series(asked, signal)
}

/** The pattern is a label matcher for the server: none of it runs here. */
function metricNames(
  names: MetricNames,
  pattern: string,
  signal: AbortSignal,
): Promise<Reply<readonly string[], VendorFault>> {
  const trimmed = pattern.trim()
  if (trimmed === '') return Promise.resolve(ok([]))
  return names.labelValues('__name__', `{__name__=~${JSON.stringify(`.*(?:${trimmed}).*`)}}`, signal)
}

export interface ResolvedVariable {
  readonly variable: ImportedVariable
  readonly options: readonly VariableOption[]
  /** What is chosen; `$__all` alone for all. */
  readonly chosen: readonly string[]
  /** Why its options could not be read; empty for none. */
  readonly problem: FaultValue
}

export interface ResolveOptions {
  /** What a person chose, by name. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
  /** Whom to ask for a query variable's options; undefined: nobody can be asked. `uid` has its variable filled. */
  readonly names: (source: SourceRef, uid: string | null) => MetricNames | undefined
  /** Data sources of a kind, as options. */
  readonly sources: (type: string) => readonly VariableOption[]
  readonly signal: AbortSignal
}

/** Gives each variable its options and values. A query may need other variables: it is asked when those are known. */
export async function resolveVariables(
  dashboard: ImportedDashboard,
  options: ResolveOptions,
): Promise<readonly ResolvedVariable[]> {
  const done = new Map<string, ResolvedVariable>()
  let waiting = [...dashboard.variables]
  while (waiting.length > 0) {
    const ready = waiting.filter(variable => needs(variable).every(name => !waiting.some(other => other.name === name)))
    // Variables that need each other are queried unresolved: the source then reports their problem.
    const next = ready[0] ?? waiting[0]
    if (next === undefined) break
    done.set(next.name, await resolve(next, filledOf([...done.values()]), options))
    waiting = waiting.filter(variable => variable !== next)
  }
  return dashboard.variables.flatMap(({ name }) => done.get(name) ?? [])
}

function needs(variable: ImportedVariable): readonly string[] {
  if (variable.kind !== 'query' && variable.kind !== 'datasource') return []
  const asked = variable.kind === 'query' ? [variable.query, variable.source.uid ?? ''] : []
  const texts = [...asked, variable.regex]
  return texts.flatMap(text => interpolate(text, new Map(), () => '').missing).filter(name => name !== variable.name)
}

async function resolve(variable: ImportedVariable, known: Filled, given: ResolveOptions): Promise<ResolvedVariable> {
  switch (variable.kind) {
    case 'choices':
    case 'text':
      return withChoice(variable, variable.options, '', given)
    case 'datasource':
      return withOptions(variable, given.sources(variable.query), known, given)
    case 'query': {
      const read = await queryOptions(variable, known, given)
      if (read.ok) return withOptions(variable, read.value, known, given)
      return withChoice(variable, variable.options, partOf(read.fault), given)
    }
    case 'filters':
      return { variable, options: [], chosen: [], problem: variable.count > 0 ? { code: 'variable-filters' } : '' }
    default:
      return withChoice(variable, [], { code: 'variable-unsupported', values: { type: variable.type } }, given)
  }
}

/** Those that its pattern leaves, in its order. Other variables in the pattern are filled first, as Grafana does. */
function withOptions(
  variable: Extract<ImportedVariable, { readonly kind: 'query' | 'datasource' }>,
  options: readonly VariableOption[],
  known: Filled,
  given: ResolveOptions,
): ResolvedVariable {
  const { text: regex, missing } = interpolate(variable.regex, known, asRegex)
  if (missing.length > 0) {
    const problem: FaultValue = { code: 'variable-pattern-needs', values: { names: namesOf(missing) } }
    return withChoice(variable, options, problem, given)
  }
  const left = filtered(options, regex)
  const sort = variable.kind === 'query' ? variable.sort : 0
  return withChoice(variable, sortedOptions(left.options, sort), left.problem, given)
}

async function queryOptions(
  variable: Extract<ImportedVariable, { readonly kind: 'query' }>,
  known: Filled,
  { names, signal }: ResolveOptions,
): Promise<Reply<readonly VariableOption[], VendorFault | CodedText>> {
  const uid = variable.source.uid === null ? null : interpolate(variable.source.uid, known, asPromQL).text
  const source = names(variable.source, uid)
  if (source === undefined) return { ok: false, fault: coded('variable-no-source') }
  const { text, missing } = interpolate(variable.query, new Map([...timeVariables(''), ...known]), asPromQL)
  if (missing.length > 0) return { ok: false, fault: coded('variable-needs', { names: namesOf(missing) }) }
  const read = await askVariable(source, text, signal)
  return read.ok ? { ok: true, value: read.value.map(value => ({ text: value, value })) } : read
}

/** What the person chose, else what was saved, else the first: each only where it is still among the options. */
function withChoice(
  variable: ImportedVariable,
  options: readonly VariableOption[],
  problem: FaultValue,
  { chosen }: ResolveOptions,
): ResolvedVariable {
  const asked = Object.hasOwn(chosen, variable.name) ? (chosen[variable.name] ?? []) : variable.current
  const free = variable.kind === 'text' || options.length === 0
  const known = asked.filter(
    value => free || (value === ALL_VALUES && variable.includeAll) || options.some(one => one.value === value),
  )
  const some = known.includes(ALL_VALUES) ? [ALL_VALUES] : variable.multi ? known : known.slice(0, 1)
  const first = variable.includeAll ? [ALL_VALUES] : options.slice(0, 1).map(option => option.value)
  return {
    variable,
    options,
    chosen: some.length > 0 ? some : first,
    problem: joinedReasons([variable.problem, problem]),
  }
}

/** The values of all variables that have one. Without one, a query that names it says so instead of asking for nothing. */
export function filledOf(resolved: readonly ResolvedVariable[]): Filled {
  const known = resolved.filter(({ variable, chosen }) => variable.kind !== 'filters' && chosen.length > 0)
  return new Map(known.map(one => [one.variable.name, filled(one)] as const))
}

/** What is wrong with variables, by name: it is shown on each panel whose queries use them. */
export function problemsOf(resolved: readonly ResolvedVariable[]): ReadonlyMap<string, FaultValue> {
  return new Map(resolved.filter(one => one.problem !== '').map(({ variable, problem }) => [variable.name, problem]))
}

function filled({ variable, options, chosen }: ResolvedVariable): FilledVariable {
  const all = chosen[0] === ALL_VALUES
  const picked: readonly VariableOption[] = all
    ? options
    : chosen.map(value => options.find(option => option.value === value) ?? { text: value, value })
  const verbatim = all ? (variable.allValue ?? (options.length === 0 ? '.*' : null)) : null
  return {
    values: picked.map(option => option.value),
    texts: all ? ['All'] : picked.map(option => option.text),
    all: verbatim,
    pattern: variable.multi || variable.includeAll,
    ...(picked.some(option => option.properties !== undefined)
      ? { properties: picked.map(option => option.properties ?? {}) }
      : {}),
  }
}
