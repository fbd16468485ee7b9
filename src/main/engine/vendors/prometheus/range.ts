import { distinctReasons, joinedReasons } from '../../../../shared/contract/coded-reason'
import type { PanelSpec } from '../../../../shared/contract/connections'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { PanelSeries } from '../../../../shared/contract/metrics'
import { ok, type Reply } from '../../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../../shared/lib/time'
import type { AnswerRows, FeedReply, PanelAnswer, TimeWindow } from '../../feeds/types'
import type { Api } from '../../http/api'
import { parseJson } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import type { HttpAnswer, HttpFault } from '../../http/types'
import { openRound } from '../parts'
import { sideBySide } from '../side-by-side'
import { parseResult, resultText } from '../vectors'
import { queryProblem } from './parse'
import { ownWarnings, rangeSeries, rangeWarnings, valueRows } from './translate'

/** A server runs 20 queries at a time by default, and we are not alone. */
const QUERIES_AT_ONCE = 4
/** Prometheus answers 400 for more than 11,000 points a series. */
const MOST_POINTS = 10_000

interface Query {
  /** Names the query within one round. */
  readonly part: string
  readonly panel: string
  readonly legend: string
  readonly expr: string
  /** Name of the column of its values; null: the query returns lines. */
  readonly column: string | null
}

interface QueryAnswer {
  readonly series: readonly PanelSeries[]
  readonly frames: readonly AnswerRows[]
  readonly problem: FaultValue
  readonly warnings: readonly FaultValue[]
}

/** One `query_range` a query, or one `query` for a table. An error of one query is its panel's. */
export async function fetchRanges(
  api: Api,
  panels: readonly PanelSpec[],
  window: TimeWindow,
  signal: AbortSignal,
): FeedReply<readonly PanelAnswer[]> {
  const queries = panels.flatMap(queriesOf)
  const round = openRound<string>()
  const read = await sideBySide(queries, QUERIES_AT_ONCE, query => {
    const fetch = query.column === null ? fetchRange : fetchInstant
    return round.read(query.part, () => fetch(api, query, window, signal))
  })
  const missing = round.end()
  if (!missing.ok) return missing
  const reasons = new Map(missing.value.map(({ part, reason }) => [part, reason]))
  const answers = queries.map(({ panel, part }, at) => {
    return { panel, ...(read[at] ?? { ...nothing, problem: reasons.get(part) ?? '' }) }
  })
  return ok(
    panels.map(({ id }) =>
      panelAnswer(
        id,
        answers.filter(answer => answer.panel === id),
      ),
    ),
  )
}

function queriesOf({ id, queries, shown }: PanelSpec): readonly Query[] {
  return queries.map(({ legend, expr, ref }, at) => {
    // As Grafana names them: the letter only where there are several.
    const column = queries.length > 1 ? `Value #${ref ?? ''}` : 'Value'
    return { part: `${id} ${at}`, panel: id, legend, expr, column: shown === 'table' ? column : null }
  })
}

function panelAnswer(panel: string, answers: readonly QueryAnswer[]): PanelAnswer {
  return {
    panel,
    series: answers.flatMap(answer => answer.series),
    ...(answers.some(answer => answer.frames.length > 0) ? { frames: answers.flatMap(answer => answer.frames) } : {}),
    problem: joinedReasons(answers.map(answer => answer.problem)),
    warnings: distinctReasons(answers.flatMap(answer => answer.warnings)),
  }
}

async function fetchRange(
  api: Api,
  query: Query,
  window: TimeWindow,
  signal: AbortSignal,
): Promise<Reply<QueryAnswer, HttpFault>> {
  const form = { query: query.expr, ...rangeForm(window, rangeStep(window)) }
  const answer = await api.send({ method: 'POST', path: '/query_range', form }, signal)
  if (!answer.ok) return answer
  const problem = problemIn(answer.value)
  if (problem !== null) return ok({ ...nothing, problem: plainLine(problem, 500) })
  const range = api.read(answer.value, parseResult)
  if (!range.ok) return range
  const warnings = rangeWarnings(range.value)
  // A text has no line: it is shown as a row.
  if (resultText(range.value) !== null) return ok({ ...nothing, frames: [valueRows(range.value, 'Value')], warnings })
  return ok({ ...nothing, series: rangeSeries(range.value, query.legend), warnings })
}

async function fetchInstant(
  api: Api,
  query: Query,
  window: TimeWindow,
  signal: AbortSignal,
): Promise<Reply<QueryAnswer, HttpFault>> {
  const form = { query: query.expr, time: String(window.to / SECOND) }
  const answer = await api.send({ method: 'POST', path: '/query', form }, signal)
  if (!answer.ok) return answer
  const problem = problemIn(answer.value)
  if (problem !== null) return ok({ ...nothing, problem: plainLine(problem, 500) })
  const found = api.read(answer.value, parseResult)
  if (!found.ok) return found
  const warnings = ownWarnings(found.value)
  return ok({ ...nothing, frames: [valueRows(found.value, query.column ?? 'Value')], warnings })
}

const nothing: QueryAnswer = { series: [], frames: [], problem: '', warnings: [] }

function problemIn(answer: HttpAnswer): string | null {
  if (answer.status < 400) return null
  const body = parseJson('prometheus', answer.text)
  return body.ok ? queryProblem(body.value) : null
}

/** The asked step, wider where the window would have more points than Prometheus gives. At least a millisecond. */
export function rangeStep(window: TimeWindow): Millis {
  return Math.max(1, Math.ceil(window.step), Math.ceil((window.to - window.from) / MOST_POINTS))
}

/** In Unix seconds. The start is on the step's grid, or the points of two polls would not be the same instants. */
function rangeForm(window: TimeWindow, step: Millis) {
  const start = Math.floor(window.from / step) * step
  return { start: String(start / SECOND), end: String(window.to / SECOND), step: String(step / SECOND) }
}
