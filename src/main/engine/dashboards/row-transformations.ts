import {
  type CellTest,
  type GroupColumn,
  type PanelStep,
  type StepOperand,
  type StepOperator,
  stepOperators,
} from '../../../shared/contract/panel-steps'
import { panelFigureOf } from './figures'
import { patternOf } from './name-pattern'
import { asJsonObject, textsIn } from './schema'

/**
 * Transformations that compute, group and filter. Undefined: not in this form.
 * @see https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/
 */

type Options = Readonly<Record<string, unknown>>

/** "Add field from calculation": of each row, or of two fields. */
export function calculateField({
  mode,
  reduce,
  binary,
  alias,
  replaceFields,
}: Options): readonly PanelStep[] | undefined {
  const named = typeof alias === 'string' ? alias : ''
  const alone = replaceFields === true
  if (mode === 'binary') return ofTwo(asJsonObject(binary) ?? {}, named, alone)
  if (mode !== undefined && mode !== 'reduceRow') return undefined
  const { reducer, include } = asJsonObject(reduce) ?? {}
  const figure = panelFigureOf(String(reducer ?? 'sum'))
  if (figure === undefined) return undefined
  const of = textsIn(include)
  const name = named || String(reducer ?? 'sum')
  return [{ do: 'combine', figure, name, alone, ...(of.length > 0 ? { of } : {}) }]
}

function ofTwo({ left, operator, right }: Options, named: string, alone: boolean): readonly PanelStep[] | undefined {
  const [one, other] = [operandOf(left), operandOf(right)]
  const sign = operator ?? '+'
  if (one === undefined || other === undefined || !isOperator(sign)) return undefined
  const name = named || `${wordOf(one)} ${sign} ${wordOf(other)}`
  return [{ do: 'compute', name, left: one, operator: sign, right: other, alone }]
}

function isOperator(sign: unknown): sign is StepOperator {
  return stepOperators.some(one => one === sign)
}

/** A field's name or a number as text; since Grafana 11 a matcher by name, or `fixed`. */
function operandOf(raw: unknown): StepOperand | undefined {
  const object = asJsonObject(raw)
  const matcher = asJsonObject(object?.matcher)
  if (matcher !== null)
    return matcher.id === 'byName' && typeof matcher.options === 'string' ? { field: matcher.options } : undefined
  const text = object === null ? raw : object.fixed
  if (typeof text === 'number') return { number: text }
  if (typeof text !== 'string' || text === '') return undefined
  if (text.trim() !== '' && Number.isFinite(Number(text))) return { number: Number(text) }
  return object === null ? { field: text } : undefined
}

function wordOf(operand: StepOperand): string {
  return 'field' in operand ? operand.field : String(operand.number)
}

/** Reducers for words, besides the figures. */
const wordFigures: Readonly<Record<string, GroupColumn['figure']>> = {
  uniqueValues: 'unique',
  distinctCount: 'distinct',
}

export function groupBy({ fields }: Options): readonly PanelStep[] | undefined {
  const asked = Object.entries(asJsonObject(fields) ?? {}).map(([column, raw]) => ({
    column,
    its: asJsonObject(raw) ?? {},
  }))
  const by = asked.filter(({ its }) => its.operation === 'groupby').map(({ column }) => column)
  const columns = asked
    .filter(({ its }) => its.operation === 'aggregate')
    .flatMap(({ column, its }) => textsIn(its.aggregations).map(reducer => groupColumn(column, reducer)))
  if (by.length === 0 || columns.includes(undefined)) return undefined
  return [{ do: 'group', by, columns: columns.filter(column => column !== undefined) }]
}

function groupColumn(column: string, reducer: string): GroupColumn | undefined {
  const figure = Object.hasOwn(wordFigures, reducer) ? wordFigures[reducer] : panelFigureOf(reducer)
  return figure === undefined ? undefined : { column, figure, name: `${column} (${reducer})` }
}

/** Grafana's matchers of values in ours. */
const tests: Readonly<Record<string, CellTest['is']>> = {
  equal: 'equal',
  notEqual: 'not-equal',
  greater: 'greater',
  greaterOrEqual: 'greater-or-equal',
  lower: 'lower',
  lowerOrEqual: 'lower-or-equal',
  between: 'between',
  range: 'between',
  isNull: 'null',
  isNotNull: 'not-null',
  regex: 'pattern',
  substring: 'contains',
  notSubstring: 'not-contains',
}

export function filterByValue({ type, match, filters }: Options): readonly PanelStep[] | undefined {
  const asked = (Array.isArray(filters) ? filters : []).map(testOf)
  if (asked.length === 0 || asked.includes(undefined)) return undefined
  const all = asked.filter(test => test !== undefined)
  return [{ do: 'filter', keep: type !== 'exclude', all: match === 'all', tests: all }]
}

function testOf(raw: unknown): CellTest | undefined {
  const { fieldName, config } = asJsonObject(raw) ?? {}
  const { id, options } = asJsonObject(config) ?? {}
  const is = typeof id === 'string' && Object.hasOwn(tests, id) ? tests[id] : undefined
  if (typeof fieldName !== 'string' || is === undefined) return undefined
  const { value, from, to } = asJsonObject(options) ?? {}
  if (is === 'between') return { column: fieldName, is, to: written(from), upTo: written(to) }
  // A pattern is looked for anywhere in the value, and runs at every reading.
  if (is === 'pattern' && patternOf(`/${written(value)}/`) === null) return undefined
  return { column: fieldName, is, to: written(value) }
}

function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
