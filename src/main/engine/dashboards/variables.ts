import * as z from 'zod/mini'
import { plainLine } from '../http/plain-text'
import type { ImportedVariable, VariableOption } from './imported'
import { asObject, type RawDashboard, type RawVariable, variableSchema } from './schema'
import { noSource, sourceRef } from './sources'

/** The dashboard's template variables. One that nobody can name is left out: nothing can refer to it. */
export function importVariables(dashboard: RawDashboard): readonly ImportedVariable[] {
  return (dashboard.templating?.list ?? []).flatMap(raw => {
    const read = z.safeParse(variableSchema, raw)
    return read.success ? [importVariable(read.data)] : []
  })
}

function importVariable(raw: RawVariable): ImportedVariable {
  const common = {
    name: raw.name,
    label: plainLine(raw.label || raw.name, 80),
    multi: raw.multi === true,
    includeAll: raw.includeAll === true,
    allValue: raw.allValue || null,
    current: valuesOf(raw.current?.value),
  }
  switch (raw.type) {
    case 'query':
      return {
        ...common,
        kind: 'query',
        query: queryText(raw),
        regex: raw.regex ?? '',
        sort: raw.sort ?? 0,
        source: sourceRef(raw.datasource) ?? noSource,
        options: savedOptions(raw),
      }
    case 'custom':
      return { ...common, kind: 'choices', options: customOptions(String(raw.query ?? '')) }
    case 'interval':
      return { ...common, kind: 'choices', options: intervalOptions(String(raw.query ?? '')) }
    case 'constant':
    case 'textbox': {
      const value = typeof raw.query === 'string' ? raw.query : (common.current[0] ?? '')
      return { ...common, current: [common.current[0] ?? value], kind: 'text', options: [{ text: value, value }] }
    }
    case 'datasource':
      return { ...common, kind: 'datasource', query: String(raw.query ?? ''), regex: raw.regex ?? '' }
    case 'adhoc':
      return { ...common, kind: 'filters', count: (raw.filters ?? []).length }
    default:
      return { ...common, kind: 'unknown', type: raw.type }
  }
}

/** A text, or since Grafana 7 an object of the data source's own editor. */
function queryText({ query, definition }: RawVariable): string {
  const written = typeof query === 'string' ? query : asObject(query)?.query
  return typeof written === 'string' && written !== '' ? written : (definition ?? '')
}

function valuesOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return all
    .filter(one => typeof one === 'string' || typeof one === 'number')
    .map(String)
    .filter(text => text !== '')
}

function savedOptions(raw: RawVariable): readonly VariableOption[] {
  return (raw.options ?? []).flatMap(option => {
    const [value] = valuesOf(option.value)
    return value === undefined || value === '$__all' ? [] : [{ text: valuesOf(option.text)[0] ?? value, value }]
  })
}

/** `a, b, Name : value`; a comma or colon behind a backslash belongs to the value. */
function customOptions(query: string): readonly VariableOption[] {
  const parts = query.match(/(?:\\,|[^,])+/g) ?? []
  return parts
    .map(part => part.replaceAll('\\,', ',').trim())
    .filter(part => part !== '')
    .map(part => {
      const pair = /^([\s\S]+?)\s+:\s+([\s\S]+)$/.exec(part)
      return { text: pair?.[1] ?? part, value: pair?.[2] ?? part }
    })
}

/** Spans; `auto` depends on a screen's width and is left out. */
function intervalOptions(query: string): readonly VariableOption[] {
  return customOptions(query).filter(({ value }) => value !== 'auto' && !value.startsWith('$__auto'))
}
