import { ALL_VALUES } from '../../../shared/contract/dashboards'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Reply } from '../../../shared/lib/reply'
import type { MetricNames } from '../vendors/account'
import type { ImportedDashboard, ImportedVariable, SourceRef, VariableOption } from './imported'
import { asPromQL, type Filled, type FilledVariable, interpolate } from './interpolate'
import { timeVariables } from './spans'
import { filtered, sortedOptions } from './variable-options'
import { askVariable } from './variable-query'

export interface ResolvedVariable {
  readonly variable: ImportedVariable
  readonly options: readonly VariableOption[]
  /** What is chosen; `$__all` alone for all. */
  readonly chosen: readonly string[]
  /** Why its options could not be read; empty for none. */
  readonly problem: string
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
    // Variables that need each other are asked as they stand: their problem is then told by the source.
    const next = ready[0] ?? waiting[0]
    if (next === undefined) break
    done.set(next.name, await resolve(next, filledOf([...done.values()]), options))
    waiting = waiting.filter(variable => variable !== next)
  }
  return dashboard.variables.flatMap(({ name }) => done.get(name) ?? [])
}

function needs(variable: ImportedVariable): readonly string[] {
  if (variable.kind !== 'query') return []
  const texts = [variable.query, variable.regex, variable.source.uid ?? '']
  return texts.flatMap(text => interpolate(text, new Map(), () => '').missing).filter(name => name !== variable.name)
}

async function resolve(variable: ImportedVariable, known: Filled, given: ResolveOptions): Promise<ResolvedVariable> {
  switch (variable.kind) {
    case 'choices':
    case 'text':
      return withChoice(variable, variable.options, '', given)
    case 'datasource':
      return withChoice(variable, filtered(given.sources(variable.query), variable.regex), '', given)
    case 'query': {
      const read = await queryOptions(variable, known, given)
      if (read.ok)
        return withChoice(variable, sortedOptions(filtered(read.value, variable.regex), variable.sort), '', given)
      return withChoice(variable, variable.options, read.fault.message, given)
    }
    case 'filters':
      return { variable, options: [], chosen: [], problem: variable.count > 0 ? 'Its filters are not applied' : '' }
    default:
      return withChoice(variable, [], `Variables of type “${variable.type}” are not supported`, given)
  }
}

async function queryOptions(
  variable: Extract<ImportedVariable, { readonly kind: 'query' }>,
  known: Filled,
  { names, signal }: ResolveOptions,
): Promise<Reply<readonly VariableOption[], VendorFault | { readonly message: string }>> {
  const uid = variable.source.uid === null ? null : interpolate(variable.source.uid, known, asPromQL).text
  const source = names(variable.source, uid)
  if (source === undefined)
    return { ok: false, fault: { message: 'Its data source is no Prometheus that can be asked' } }
  const query = interpolate(variable.query, new Map([...timeVariables(''), ...known]), asPromQL).text
  const read = await askVariable(source, query, signal)
  return read.ok ? { ok: true, value: read.value.map(value => ({ text: value, value })) } : read
}

/** What the person chose, else what was saved, else the first: each only where it is still among the options. */
function withChoice(
  variable: ImportedVariable,
  options: readonly VariableOption[],
  problem: string,
  { chosen }: ResolveOptions,
): ResolvedVariable {
  const asked = Object.hasOwn(chosen, variable.name) ? (chosen[variable.name] ?? []) : variable.current
  const free = variable.kind === 'text' || options.length === 0
  const known = asked.filter(
    value => free || (value === ALL_VALUES && variable.includeAll) || options.some(one => one.value === value),
  )
  const some = known.includes(ALL_VALUES) ? [ALL_VALUES] : variable.multi ? known : known.slice(0, 1)
  const first = variable.includeAll ? [ALL_VALUES] : options.slice(0, 1).map(option => option.value)
  return { variable, options, chosen: some.length > 0 ? some : first, problem }
}

/** The values of all variables that have one. */
export function filledOf(resolved: readonly ResolvedVariable[]): Filled {
  return new Map(
    resolved.flatMap(one => (one.variable.kind === 'filters' ? [] : [[one.variable.name, filled(one)] as const])),
  )
}

function filled({ variable, options, chosen }: ResolvedVariable): FilledVariable {
  const all = chosen[0] === ALL_VALUES
  const picked = all
    ? options
    : chosen.map(value => options.find(option => option.value === value) ?? { text: value, value })
  const verbatim = all ? (variable.allValue ?? (options.length === 0 ? '.*' : null)) : null
  return {
    values: picked.map(option => option.value),
    texts: all ? ['All'] : picked.map(option => option.text),
    all: verbatim,
    pattern: variable.multi || variable.includeAll,
  }
}
