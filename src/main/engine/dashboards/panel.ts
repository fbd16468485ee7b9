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
const lines: Readonly<Record<string, string>> = {
  timeseries: '',
  graph: '',
  stat: '',
  singlestat: '',
  gauge: '',
  bargauge: '',
  heatmap: '',
  piechart: 'A pie in the dashboard, lines here',
  'grafana-piechart-panel': 'A pie in the dashboard, lines here',
  barchart: 'Bars in the dashboard, lines here',
  'state-timeline': 'Bands of states in the dashboard, lines here',
  'status-history': 'Fields of states in the dashboard, lines here',
}
/** Of a text panel; more is an essay. */
const MOST_TEXT = 4_000
const tables = ['table', 'table-old', 'logs', 'traces']
/** Types that measure nothing. */
const wordless: Readonly<Record<string, string>> = {
  text: 'It is a text and measures nothing',
  news: 'It shows news and measures nothing',
  dashlist: 'It lists dashboards and measures nothing',
  alertlist: 'It lists alerts, which stand in the cockpit’s own list',
  annolist: 'It lists annotations and measures nothing',
  welcome: 'It greets and measures nothing',
}

export function importPanel(raw: RawPanel, key: string, around: QuerySurroundings): ImportedPanel {
  const start = blank(raw, key)
  if (raw.type === undefined) {
    const library = raw.libraryPanel
    const name = plainLine(library?.name || library?.uid || 'without a name', 80)
    const reason =
      library === undefined ? 'It has no type' : `It is the library panel “${name}”, which this file does not hold`
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

function typeReason(type: string): string {
  if (Object.hasOwn(wordless, type)) return wordless[type] ?? ''
  return Object.hasOwn(lines, type) || tables.includes(type)
    ? ''
    : `Panels of type “${plainLine(type, 60)}” are not supported`
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
      ...[note, lines[panel.type] ?? '', bounds.note, figure.note, named.note, ...otherNotes(raw)].filter(
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

function unitOf(raw: RawPanel): { readonly unit: ImportedPanel['unit']; readonly note: string } {
  const name = raw.fieldConfig?.defaults?.unit ?? raw.yaxes?.[0]?.format ?? raw.y_formats?.[0] ?? raw.format
  const unit = panelUnit(name)
  if (unit !== undefined) return { unit, note: '' }
  return { unit: 'plain', note: `Its unit “${plainLine(name ?? '', 60)}” is not known here: plain numbers` }
}

/** Of panels today, of singlestat and graph before Grafana 8, and of their first axis. */
function decimalsOf({ fieldConfig, decimals, yaxes }: RawPanel): number | null {
  const wanted = fieldConfig?.defaults?.decimals ?? decimals ?? yaxes?.[0]?.decimals
  return wanted === undefined ? null : Math.min(10, Math.max(0, Math.round(wanted)))
}

/** Which one value of a line is shown in figures. Charts say none: the last one. */
function figureOfPanel(raw: RawPanel): { readonly figure: ImportedPanel['figure']; readonly note: string } {
  const name = raw.type === 'singlestat' ? raw.valueName : raw.options?.reduceOptions?.calcs[0]
  // Asked at an instant, a line has one value there, which is the last one here.
  const instant = (raw.targets ?? []).every(target => asJsonObject(target)?.instant === true)
  if (name === undefined || raw.type === 'timeseries' || instant) return { figure: 'last', note: '' }
  const figure = panelFigureOf(name)
  if (figure !== undefined) return { figure, note: '' }
  return { figure: 'last', note: `Its figure “${plainLine(name, 40)}” is not known here: the last value stands there` }
}

interface Named {
  readonly queries: readonly ImportedQuery[]
  readonly steps: readonly PanelStep[]
  readonly note: string
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
    return { queries, steps: [], note: `Its name for lines, “${plainLine(name, 60)}”, is not followed` }
  return { queries: queries.map(query => ({ ...query, legend })), steps: [], note: '' }
}

function otherNotes(raw: RawPanel): readonly string[] {
  const mappings = (raw.fieldConfig?.defaults?.mappings ?? []).some(saysValues)
  return [
    raw.timeFrom ? `The dashboard shows ${plainLine(raw.timeFrom, 20)} of it` : '',
    mappings ? 'Its words for single values are not shown' : '',
  ]
}

/** Nearly every panel says `N/A` for nothing at all; that is no word for a value. */
function saysValues(mapping: unknown): boolean {
  const { type, value } = asJsonObject(mapping) ?? {}
  return type !== 'special' && value !== 'null'
}
