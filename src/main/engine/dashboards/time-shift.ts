import { plainLine } from '../http/plain-text'
import type { ImportedPanel } from './imported'

/**
 * A panel that shows an earlier time, such as last week's same hour, to hold against the one beside it. Its lines are
 * drawn at the instants of now, so that both can be compared: title and note say what they are.
 */
export function shifted(timeShift: string, panel: ImportedPanel): ImportedPanel {
  const span = timeShift.trim()
  if (span === '') return panel
  const told = plainLine(span, 20)
  const stopped = (code: 'panel-shift-unknown' | 'panel-shift-elsewhere'): ImportedPanel => {
    return { ...panel, queries: [], reason: { code, values: { span: told } } }
  }
  if (!/^\d{1,5}(ms|s|m|h|d|w|y)$/.test(span)) return stopped('panel-shift-unknown')
  if (panel.queries.some(query => query.raw !== null)) return stopped('panel-shift-elsewhere')
  return {
    ...panel,
    title: `${panel.title} (${told} earlier)`,
    queries: panel.queries.map(query => ({ ...query, expr: earlier(query.expr, span) })),
    notes: [{ code: 'note-shifted', values: { span: told } }, ...panel.notes],
  }
}

/**
 * A subquery of one step gives the expression's own value then, whatever it is made of. The line break ends a comment
 * that may stand last in it.
 */
function earlier(expr: string, span: string): string {
  return `last_over_time((${expr}\n)[10s:10s] offset ${span})`
}
