import type { FaultCode, FaultValue } from '../../../shared/contract/fault-codes'
import type { PanelStep } from '../../../shared/contract/panel-steps'
import { plainLine, plainText } from '../http/plain-text'
import { panelFigureOf } from './figures'
import { fromHeatmap } from './heatmap'
import type { ImportedPanel, ImportedQuery } from './imported'
import { overrideSteps } from './overrides'
import { panelQueries, type QuerySurroundings } from './queries'
import { asJsonObject, type RawPanel } from './schema'
import { panelThresholds } from './thresholds'
import { shifted } from './time-shift'
import { followTransformations } from './transformations'
import { panelUnit } from './units'

/** Types that are drawn as lines over time, though the dashboard draws some of them otherwise. */
const lines: Readonly<Record<string, FaultCode | ''>> = {
  timeseries: '',
  graph: '',
  stat: '',
  singlestat: '',
  gauge: '',
  bargauge: '',
  heatmap: '',
  piechart: 'note-pie',
  'grafana-piechart-panel': 'note-pie',
  barchart: 'note-bars',
  'state-timeline': 'note-bands',
  'status-history': 'note-fields',
}
/** Of a text panel; more is an essay. */
const MOST_TEXT = 4_000
const tables = ['table', 'table-old', 'logs', 'traces']
/** Types that measure nothing. */
const wordless: Readonly<Record<string, FaultCode>> = {
  text: 'panel-is-text',
  news: 'panel-is-news',
  dashlist: 'panel-is-dashboard-list',
  alertlist: 'panel-is-alert-list',
  annolist: 'panel-is-annotation-list',
  welcome: 'panel-is-welcome',
}

export function importPanel(raw: RawPanel, key: string, around: QuerySurroundings): ImportedPanel {
  const start = blank(raw, key)
  if (raw.type === undefined) {
    const library = raw.libraryPanel
    const name = plainLine(library?.name || library?.uid || '', 80) || ({ code: 'panel-nameless' } as const)
    const reason: FaultValue =
      library === undefined ? { code: 'panel-no-type' } : { code: 'panel-of-library', values: { panel: name } }
    return { ...start, reason }
  }
  const stopped = typeReason(raw.type)
  if (stopped !== '') return { ...start, reason: stopped }
  const { queries, reason, notes } = panelQueries(raw, around)
  if (reason !== '') return { ...start, reason }
  const panel = shifted(raw.timeShift ?? '', { ...start, queries, notes: [...start.notes, ...notes] })
  return panel.reason === '' ? fromHeatmap(raw, withSteps(raw, panel)) : panel
}

function blank(raw: RawPanel, key: string): ImportedPanel {
  const type = raw.type ?? (raw.libraryPanel === undefined ? '' : 'library panel')
  const title = plainLine(raw.title ?? raw.libraryPanel?.name ?? '', 200)
  return {
    key,
    id: raw.id ?? null,
    title: title === '' ? `Panel without a title (${type})` : title,
    type,
    repeat: raw.repeat || null,
    reason: '',
    text: textOf(raw),
    notes: [],
    shown: 'lines',
    unit: 'count',
    thresholds: [],
    figure: 'last',
    decimals: null,
    steps: [],
    queries: [],
  }
}

/** What a text says, without the tags of one in HTML. */
function textOf({ type, options, content, mode }: RawPanel): string {
  if (type !== 'text') return ''
  const said = options?.content ?? content ?? ''
  const isHtml = (options?.mode ?? mode) === 'html'
  return plainText(isHtml ? said.replace(/<[^>]*>/g, ' ') : said, MOST_TEXT)
}

function typeReason(type: string): FaultValue {
  const wordlessCode = Object.hasOwn(wordless, type) ? wordless[type] : undefined
  if (wordlessCode !== undefined) return { code: wordlessCode }
  return Object.hasOwn(lines, type) || tables.includes(type)
    ? ''
    : { code: 'panel-unsupported', values: { type: plainLine(type, 60) } }
}

function withSteps(raw: RawPanel, panel: ImportedPanel): ImportedPanel {
  const shown = shownAs(raw)
  const transformed = followTransformations(raw, panel.queries, shown === 'table')
  if (transformed.reason !== '') return { ...panel, queries: [], reason: transformed.reason }
  const { unit, note } = unitOf(raw)
  const bounds = panelThresholds(raw, unit)
  const overrides = overrideSteps(raw)
  const figure = figureOfPanel(raw)
  const named = displayName(raw, transformed.queries)
  return {
    ...panel,
    shown,
    unit,
    thresholds: bounds.thresholds,
    figure: figure.figure,
    decimals: decimalsOf(raw),
    queries: named.queries,
    steps: [...transformed.steps, ...named.steps, ...overrides.steps],
    notes: [
      ...panel.notes,
      ...[note, shapeNote(panel.type), bounds.note, figure.note, named.note, ...otherNotes(raw)].filter(
        text => text !== '',
      ),
      ...overrides.notes,
    ],
  }
}

/** A stat that shows labels, or fields by name, has no line to draw. A table that reduces lines is made of lines. */
function shownAs({ type = '', options, transformations = [] }: RawPanel): ImportedPanel['shown'] {
  if (tables.includes(type)) return transformations[0]?.id === 'reduce' ? 'lines' : 'table'
  if (type !== 'stat' && type !== 'gauge' && type !== 'bargauge') return 'lines'
  if (options?.textMode === 'name') return 'names'
  const byLabel = (options?.reduceOptions?.fields ?? '') !== ''
  return byLabel ? 'table' : 'lines'
}

function shapeNote(type: string): FaultValue {
  const code = lines[type] ?? ''
  return code === '' ? '' : { code }
}

function unitOf(raw: RawPanel): { readonly unit: ImportedPanel['unit']; readonly note: FaultValue } {
  const name = raw.fieldConfig?.defaults?.unit ?? raw.yaxes?.[0]?.format ?? raw.y_formats?.[0] ?? raw.format
  const unit = panelUnit(name)
  if (unit !== undefined) return { unit, note: '' }
  return { unit: 'plain', note: { code: 'note-unit', values: { unit: plainLine(name ?? '', 60) } } }
}

/** Of panels today, of singlestat and graph before Grafana 8, and of their first axis. */
function decimalsOf({ fieldConfig, decimals, yaxes }: RawPanel): number | null {
  const wanted = fieldConfig?.defaults?.decimals ?? decimals ?? yaxes?.[0]?.decimals
  return wanted === undefined ? null : Math.min(10, Math.max(0, Math.round(wanted)))
}

/** Which one value of a line is shown in figures. Charts say none: the last one. */
function figureOfPanel(raw: RawPanel): { readonly figure: ImportedPanel['figure']; readonly note: FaultValue } {
  const name = raw.type === 'singlestat' ? raw.valueName : raw.options?.reduceOptions?.calcs[0]
  // Asked at an instant, a line has one value there, which is the last one here.
  const instant = (raw.targets ?? []).every(target => asJsonObject(target)?.instant === true)
  if (name === undefined || raw.type === 'timeseries' || instant) return { figure: 'last', note: '' }
  const figure = panelFigureOf(name)
  if (figure !== undefined) return { figure, note: '' }
  return { figure: 'last', note: { code: 'note-figure', values: { figure: plainLine(name, 40) } } }
}

interface Named {
  readonly queries: readonly ImportedQuery[]
  readonly steps: readonly PanelStep[]
  readonly note: FaultValue
}

/** A name for all lines: of labels it becomes their legend. */
function displayName(raw: RawPanel, queries: readonly ImportedQuery[]): Named {
  const name = raw.fieldConfig?.defaults?.displayName ?? ''
  if (name === '') return { queries, steps: [], note: '' }
  const legend = name.replace(
    /\$\{__field\.labels(?:\.([^}[\]]+)|\[["']([^"'\]]+)["']\])\}/g,
    (_all, dot, bracket) => `{{${dot ?? bracket}}}`,
  )
  if (/\$\{?__/.test(legend))
    return { queries, steps: [], note: { code: 'note-line-names', values: { name: plainLine(name, 60) } } }
  return { queries: queries.map(query => ({ ...query, legend })), steps: [], note: '' }
}

function otherNotes(raw: RawPanel): readonly FaultValue[] {
  const mappings = (raw.fieldConfig?.defaults?.mappings ?? []).some(saysValues)
  return [
    raw.timeFrom ? { code: 'note-time-from', values: { span: plainLine(raw.timeFrom, 20) } } : '',
    mappings ? { code: 'note-mappings' } : '',
  ]
}

/** Nearly every panel says `N/A` for nothing at all; that is no word for a value. */
function saysValues(mapping: unknown): boolean {
  const { type, value } = asJsonObject(mapping) ?? {}
  return type !== 'special' && value !== 'null'
}
