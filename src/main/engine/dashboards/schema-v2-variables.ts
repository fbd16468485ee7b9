import { asJsonObject } from './schema'

type Json = Readonly<Record<string, unknown>>

const types: Readonly<Record<string, string>> = {
  QueryVariable: 'query',
  CustomVariable: 'custom',
  ConstantVariable: 'constant',
  IntervalVariable: 'interval',
  TextVariable: 'textbox',
  DatasourceVariable: 'datasource',
  AdhocVariable: 'adhoc',
  SwitchVariable: 'switch',
}

/** In the order of the classic model's numbers. */
const sorts = [
  'disabled',
  'alphabeticalAsc',
  'alphabeticalDesc',
  'numericalAsc',
  'numericalDesc',
  'alphabeticalCaseInsensitiveAsc',
  'alphabeticalCaseInsensitiveDesc',
  'naturalAsc',
  'naturalDesc',
]

/** A variable as the classic model has it. One of an unknown kind retains its kind, which is then reported. */
export function variableOfV2(raw: unknown): Json {
  const { kind, spec } = asJsonObject(raw) ?? {}
  const its = asJsonObject(spec) ?? {}
  const type = types[String(kind)] ?? String(kind)
  const sort = sorts.indexOf(String(its.sort))
  const common = { ...its, type, sort: sort < 0 ? 0 : sort }
  if (type === 'datasource') return { ...common, query: its.pluginId }
  // A switch holds its value, and no text beside it.
  if (type === 'switch') return { ...common, current: asJsonObject(its.current) ?? { value: its.current } }
  return type === 'query' ? { ...common, ...queryOf(its) } : common
}

function queryOf(its: Json): Json {
  const query = asJsonObject(its.query) ?? {}
  const asked = asJsonObject(query.spec) ?? {}
  const written = asked.__legacyStringValue
  return { query: typeof written === 'string' ? written : asked, datasource: sourceOfV2(query, its) }
}

/** `group` is the kind of data source and `name` its uid; drafts of the schema had both beside the query. */
export function sourceOfV2(query: Json, beside: Json): unknown {
  const uid = asJsonObject(query.datasource)?.name
  const type = query.kind === 'DataQuery' ? query.group : query.kind
  return asJsonObject(beside.datasource) ?? { type, uid }
}
