import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { PanelSeries } from '../../../../shared/contract/metrics'
import { plainLine } from '../../http/plain-text'
import { seriesName } from '../labels'
import { namesApart } from '../names-apart'
import { type FrameLine, frameLines } from './lines'
import type { GrafanaResult } from './parse'

/** Every number column of every frame, as lines with distinct names. */
export function resultSeries(result: GrafanaResult, legend: string): readonly PanelSeries[] {
  const lines = (result.frames ?? []).flatMap(frameLines)
  const names = lines.map(line => lineName(line, legend, lines.length))
  const isTwice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name)
  const full = lines.map((line, at) => (isTwice(names[at] ?? '') ? fullName(line, names[at] ?? '') : (names[at] ?? '')))
  const shown = namesApart(full)
  return lines.map((line, at) => ({ name: shown[at] ?? '', ...line.columns }))
}

/** What data sources call a field that needs no name. */
const NAMELESS = 'Value'

function lineName({ field, labels, word, frame }: FrameLine, legend: string, lines: number): string {
  const given = field.config?.displayName || field.config?.displayNameFromDS || ''
  if (legend.trim() === '' && given !== '' && !given.includes('${')) return given
  const own = field.name || NAMELESS
  if (Object.keys(labels).length === 0) {
    return seriesName(legend, { __name__: own === NAMELESS && frame !== '' ? frame : own }, lines)
  }
  if (legend.trim() !== '') return seriesName(legend, labels, lines)
  return word === '' ? seriesName('', own === NAMELESS ? labels : { __name__: own, ...labels }, 1) : word
}

/** Of a line that is called like another: with its frame's name, as Grafana does, and with its labels. */
function fullName({ labels, frame }: FrameLine, name: string): string {
  const told = Object.keys(labels).length === 0 ? '' : seriesName('', labels, 1)
  const parts = [frame, name, told].filter(part => part !== '')
  return [...new Set(parts)].join(' ')
}

/**
 * What went wrong with one query, in Grafana's words; empty for nothing. The HTTP status does not show it: 200, 207 and
 * 400 all may have errors.
 */
export function resultProblem(result: GrafanaResult | undefined): FaultValue {
  if (result === undefined) return { code: 'query-unanswered' }
  if ((result.error ?? '') !== '') return plainLine(result.error ?? '', 500)
  const status = result.status ?? 200
  return status >= 400 ? { code: 'query-unexplained', values: { status: String(status) } } : ''
}

export function resultWarnings(result: GrafanaResult | undefined): readonly string[] {
  return (result?.frames ?? [])
    .flatMap(frame => frame.schema?.meta?.notices ?? [])
    .map(notice => plainLine(notice.text ?? '', 300))
    .filter(text => text !== '')
}
