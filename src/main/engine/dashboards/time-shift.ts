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
  const stopped = (why: string): ImportedPanel => ({ ...panel, queries: [], reason: why })
  if (!/^\d{1,5}(ms|s|m|h|d|w|y)$/.test(span))
    return stopped(`It is shifted in time by ${told}, which is not understood`)
  if (panel.queries.some(query => query.raw !== null))
    return stopped(`It is shifted in time by ${told}, which only a Prometheus can be asked for`)
  return {
    ...panel,
    title: `${panel.title} (${told} earlier)`,
    queries: panel.queries.map(query => ({ ...query, expr: earlier(query.expr, span) })),
    notes: [`All of it is as it was ${told} before`, ...panel.notes],
  }
}

/**
 * A subquery of one step gives the expression's own value then, whatever it is made of. The line break ends a comment
 * that may stand last in it.
 */
function earlier(expr: string, span: string): string {
  return `last_over_time((${expr}\n)[10s:10s] offset ${span})`
}
