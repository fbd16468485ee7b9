import { createHash } from 'node:crypto'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { memoized } from '../../../shared/lib/memoized'
import { plainLine } from '../http/plain-text'
import type { LabelSet } from './fields'

/** What Prometheus' labels mean to us, for every vendor that speaks in them. */

/** A stable id of a set of labels, whatever their order. */
export function labelsId(labels: LabelSet): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}

/** Of the label `severity`. A severity that we do not know is high: what nobody can rank must not hide. */
export function urgencyOf(labels: LabelSet): AlertRow['urgency'] {
  return urgencyNamed(labels.severity ?? '')
}

const urgencyNamed = memoized((name): AlertRow['urgency'] => {
  const severity = name.toLowerCase()
  if (/^(critical|crit|page|emergency|disaster|fatal|[ps](ev)?-?[01])$/.test(severity)) return 'critical'
  return /^(info|informational|information|low|minor|debug|none|[ps](ev)?-?[45])$/.test(severity) ? 'low' : 'high'
})

export function alertTitle(labels: LabelSet, annotations: LabelSet): string {
  const texts = [annotations.summary, annotations.title, labels.alertname, annotations.description]
  return plainLine(texts.find(text => text !== undefined && text.trim() !== '') ?? 'Alert without a name', 300)
}

export function serviceOf(labels: LabelSet): string | null {
  const text = labels.service ?? labels.job
  return text === undefined || text.trim() === '' ? null : plainLine(text, 120)
}

/** What went wrong, by the name that the rule's author gave it. */
export function causeOf(labels: LabelSet): string | null {
  const text = labels.cause ?? labels.alertname
  return text === undefined || text.trim() === '' ? null : plainLine(text, 120)
}

/** Labels that say where an alert is, before the others. */
const toldFirst = ['instance', 'pod', 'host', 'node', 'cluster', 'namespace', 'region', 'env', 'team', 'severity']
const MOST_LABELS = 12
const LONGEST_NAME = 60
const LONGEST_LABEL = 120
const LONGEST_SERIES = 5_000

/** The labels that a row carries: a few, cut short, because a storm has tens of thousands of rows. Most are so as they are. */
export function rowLabels(labels: LabelSet): LabelSet {
  const names = Object.keys(labels)
  if (names.length <= MOST_LABELS && names.every(name => isShort(name, labels[name] ?? ''))) return labels
  const kept = names.length <= MOST_LABELS ? names : byWorth(names).slice(0, MOST_LABELS)
  return Object.fromEntries(
    kept.map(name => [name.slice(0, LONGEST_NAME), plainLine(labels[name] ?? '', LONGEST_LABEL)]),
  )
}

function isShort(name: string, text: string): boolean {
  return name.length <= LONGEST_NAME && plainLine(text, LONGEST_LABEL) === text
}

function byWorth(names: readonly string[]): readonly string[] {
  const told = toldFirst.filter(name => names.includes(name))
  return [...told, ...names.filter(name => !told.includes(name)).sort()]
}

/**
 * Name of one line of a chart. `{{label}}` in the legend is filled; a plain legend of several lines gets their labels
 * behind it, so that no two lines are called the same; without a legend the labels alone name it. It may be long:
 * `namesApart` cuts the names of a chart together.
 */
export function seriesName(legend: string, labels: LabelSet, lines: number): string {
  // Names of labels may hold anything since OpenTelemetry: `k8s-app`, `app.kubernetes.io/name`.
  const label = (name: string) => (Object.hasOwn(labels, name) ? (labels[name] ?? '') : '')
  const filled = legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => label(name)).trim()
  const { __name__: metric = '', ...rest } = labels
  const told = pairs(rest)
  if (filled === '') return plainLine(`${metric}${told}` || 'value', LONGEST_SERIES)
  const apart = lines > 1 && filled === legend.trim() && told !== ''
  return plainLine(apart ? `${filled} ${told}` : filled, LONGEST_SERIES)
}

function pairs(labels: LabelSet): string {
  const texts = Object.entries(labels).map(([name, value]) => `${name}=${value}`)
  return texts.length === 0 ? '' : `{${texts.join(', ')}}`
}
