import * as z from 'zod/mini'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { plainLine } from '../http/plain-text'
import { customOptions, jsonOptions } from './custom-options'
import type { ImportedVariable, VariableOption } from './imported'
import { openInput } from './inputs'
import { asJsonObject, type RawDashboard, type RawVariable, variableSchema } from './schema'
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
    problem: '',
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
      return { ...common, ...choicesOf(raw), kind: 'choices' }
    case 'switch':
      return { ...common, kind: 'choices', options: switchOptions(raw) }
    case 'interval':
      return { ...common, kind: 'choices', options: intervalOptions(String(raw.query ?? '')) }
    case 'constant':
    case 'textbox': {
      const value = typeof raw.query === 'string' ? raw.query : (common.current[0] ?? '')
      return textVariable(common, common.current[0] ?? value, value)
    }
    case 'datasource':
      return { ...common, kind: 'datasource', query: String(raw.query ?? ''), regex: raw.regex ?? '' }
    case 'adhoc':
      return { ...common, kind: 'filters', count: (raw.filters ?? []).length }
    default:
      return { ...common, kind: 'unknown', type: raw.type }
  }
}

type Common = Pick<ImportedVariable, 'name' | 'label' | 'multi' | 'includeAll' | 'allValue' | 'current' | 'problem'>

/** A constant, or what a person may type. An export for sharing may leave its value to the importer. */
function textVariable(common: Common, current: string, value: string): ImportedVariable {
  const open = openInput(current) ?? openInput(value)
  if (open === null) return { ...common, current: [current], kind: 'text', options: [{ text: value, value }] }
  return {
    ...common,
    current: [],
    kind: 'text',
    options: [],
    problem: { code: 'variable-open', values: { input: open } },
  }
}

function choicesOf(raw: RawVariable): { readonly options: readonly VariableOption[]; readonly problem: FaultValue } {
  const query = String(raw.query ?? '')
  if (raw.valuesFormat !== 'json') return { options: customOptions(query), problem: '' }
  const options = jsonOptions(query)
  if (options !== null) return { options, problem: '' }
  return { options: savedOptions(raw), problem: { code: 'variable-not-json' } }
}

function switchOptions({ enabledValue = 'true', disabledValue = 'false' }: RawVariable): readonly VariableOption[] {
  return [enabledValue, disabledValue].map(value => ({ text: value, value }))
}

/** A text, or since Grafana 7 an object of the data source's own editor. */
function queryText({ query, definition }: RawVariable): string {
  const written = typeof query === 'string' ? query : asJsonObject(query)?.query
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

/** Spans; `auto` depends on the width of the display and is left out. */
function intervalOptions(query: string): readonly VariableOption[] {
  return customOptions(query).filter(({ value }) => value !== 'auto' && !value.startsWith('$__auto'))
}
