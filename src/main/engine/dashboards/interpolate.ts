/** Fills a dashboard's variables into its texts, as Grafana does (`variables/macro.ts`, `templateSrv` in its source). */

/** A variable with its values. */
export interface FilledVariable {
  readonly values: readonly string[]
  readonly texts: readonly string[]
  /** The value of "all", as it is; null: the values are listed. */
  readonly all: string | null
  /** It may have several values, so that queries match it as a pattern. */
  readonly pattern: boolean
  /** Of each value, what `${name.property}` is filled with. */
  readonly properties?: readonly Readonly<Record<string, string>>[] | undefined
}

export type Filled = ReadonlyMap<string, FilledVariable>

export interface Interpolated {
  readonly text: string
  /** Names that the dashboard does not have; they are left unchanged. */
  readonly missing: readonly string[]
}

/** How a variable is written where its place does not say how. */
export type DefaultFormat = (variable: FilledVariable) => string

/** A name begins with a letter or `_`: `$1` in a replacement is no variable. */
const places = /\$([A-Za-z_]\w*)|\[\[([A-Za-z_]\w*)(?::(\w+))?\]\]|\$\{([A-Za-z_]\w*)(?:\.([^:}]+))?(?::([^}]+))?\}/g

export function interpolate(text: string, filled: Filled, format: DefaultFormat): Interpolated {
  const missing = new Set<string>()
  const done = text.replace(places, (whole, plain, square, squareFormat, braced, field, bracedFormat) => {
    const name = String(plain ?? square ?? braced)
    const known = filled.get(name)
    const variable = known === undefined || field === undefined ? known : ofField(known, String(field))
    if (variable === undefined) {
      missing.add(known === undefined ? name : `${name}.${field}`)
      return whole
    }
    const wanted: string | undefined = squareFormat ?? bracedFormat
    return wanted === undefined ? format(variable) : formatted(variable, wanted)
  })
  return { text: done, missing: [...missing] }
}

/** `$a, $b`, for people. */
export function namesOf(names: readonly string[]): string {
  return names.map(name => `$${name}`).join(', ')
}

/** `${name.property}`, or `${name.0}`, the first of several values. Undefined: it has no such property. */
function ofField(
  { values, texts, all, pattern, properties }: FilledVariable,
  field: string,
): FilledVariable | undefined {
  const at = /^\d+$/.test(field) ? Number(field) : undefined
  if (at !== undefined && values[at] !== undefined)
    return { values: [values[at]], texts: [texts[at] ?? values[at]], all: null, pattern: false }
  if (all !== null || properties === undefined) return undefined
  const found = properties.map(its => (Object.hasOwn(its, field) ? its[field] : undefined))
  const told = found.filter(text => text !== undefined)
  return told.length === 0 || told.length < values.length ? undefined : { values: told, texts: told, all, pattern }
}

/** For people: titles and legends. */
export function asText({ texts }: FilledVariable): string {
  return texts.join(' + ')
}

/** For PromQL and LogQL: one value in a text, or a pattern of all of them. */
export function asPromQL({ values, all, pattern }: FilledVariable): string {
  if (all !== null) return all
  if (!pattern) return values.map(inQuotes).join('|')
  const escaped = values.map(inPattern)
  return escaped.length === 1 ? (escaped[0] ?? '') : `(${escaped.join('|')})`
}

/** For a pattern of Grafana's own, such as the one that chooses a variable's options. */
export function asRegex(variable: FilledVariable): string {
  return formatted(variable, 'regex')
}

function inQuotes(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

/** Twice: once for the pattern, once for the quotes around it. */
function inPattern(value: string): string {
  return value.replaceAll('\\', '\\\\\\\\').replace(/[$^*{}[\]+?.()|]/g, '\\\\$&')
}

function formatted(variable: FilledVariable, format: string): string {
  const { values, all } = variable
  if (all !== null && format !== 'text' && format !== 'queryparam') return all
  const [only = ''] = values
  const several = values.length > 1
  switch (format) {
    case 'text':
      return asText(variable)
    case 'regex': {
      const escaped = values.map(value => value.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))
      return several ? `(${escaped.join('|')})` : (escaped[0] ?? '')
    }
    case 'pipe':
      return values.join('|')
    case 'csv':
    case 'raw':
      return values.join(',')
    case 'json':
      return JSON.stringify(several ? values : only)
    case 'doublequote':
      return values.map(value => `"${value.replaceAll('"', '\\"')}"`).join(',')
    case 'singlequote':
      return values.map(value => `'${value.replaceAll("'", "\\'")}'`).join(',')
    case 'sqlstring':
      return values.map(value => `'${value.replaceAll("'", "''")}'`).join(',')
    case 'lucene': {
      const escaped = values.map(value => value.replace(/[-+=&|><!(){}[\]^"~*?:\\/ ]/g, '\\$&'))
      return several ? `(${escaped.map(value => `"${value}"`).join(' OR ')})` : (escaped[0] ?? '')
    }
    case 'percentencode':
    case 'uriencode':
      return encodeURIComponent(several ? `{${values.join(',')}}` : only)
    default:
      return several ? `{${values.join(',')}}` : only
  }
}
