import { distinctReasons, joinedReasons } from '../../../../shared/contract/coded-reason'
import type { PanelQuery, PanelSpec } from '../../../../shared/contract/connections'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { AnswerRows, FeedReply, PanelAnswer, TimeWindow } from '../../feeds/types'
import type { Api } from '../../http/api'
import { parseJson } from '../../http/json'
import type { HttpAnswer, HttpFault } from '../../http/types'
import { openRound } from '../parts'
import { sideBySide } from '../side-by-side'
import { type GrafanaResults, parseQueryAnswer } from './parse'
import { resultRows } from './rows'
import { resultProblem, resultSeries, resultWarnings } from './translate'

const SOURCES_AT_ONCE = 4

interface Query extends PanelQuery {
  readonly refId: string
  readonly panel: PanelSpec
  /** Of the data source; empty: none is named. */
  readonly source: string
}

/** All queries that one data source answers: one request. */
interface Batch {
  readonly source: string
  readonly queries: readonly Query[]
}

/**
 * One `ds/query` a data source. A source that fails is the problem of its own panels, unless all fail: then it is the
 * connection that does.
 */
export async function fetchPanels(
  api: Api,
  panels: readonly PanelSpec[],
  window: TimeWindow,
  signal: AbortSignal,
): FeedReply<readonly PanelAnswer[]> {
  const queries = panels.flatMap(queriesOf)
  const round = openRound<string>()
  const read = await sideBySide(batches(queries), SOURCES_AT_ONCE, async batch => {
    return [batch.source, await round.read(batch.source, () => fetchBatch(api, batch, window, signal))] as const
  })
  const missing = round.end()
  if (!missing.ok) return missing
  const reasons = new Map(missing.value.map(({ part, reason }) => [part, reason]))
  const bySource: Replies = new Map(
    read.map(([source, results]) => [source, results === null ? fail(reasons.get(source) ?? '') : ok(results)]),
  )
  return ok(
    panels.map(panel =>
      panelAnswer(
        panel,
        queries.filter(query => query.panel === panel),
        bySource,
      ),
    ),
  )
}

function queriesOf(panel: PanelSpec, at: number): readonly Query[] {
  return panel.queries.map((query, part) => {
    return { ...query, panel, source: query.datasourceUid ?? panel.datasourceUid ?? '', refId: `P${at}Q${part}` }
  })
}

function batches(queries: readonly Query[]): readonly Batch[] {
  const named = queries.filter(query => query.source !== '')
  return [...Map.groupBy(named, query => query.source)].map(([source, its]) => ({ source, queries: its }))
}

async function fetchBatch(
  api: Api,
  batch: Batch,
  window: TimeWindow,
  signal: AbortSignal,
): Promise<Reply<GrafanaResults, HttpFault>> {
  const answer = await api.send({ method: 'POST', path: '/ds/query', json: queryBody(batch, window) }, signal)
  if (!answer.ok) return answer
  const results = resultsInError(answer.value)
  if (results !== null) return ok(results)
  const reply = api.read(answer.value, parseQueryAnswer)
  return reply.ok ? ok(reply.value.results) : reply
}

/** Older versions answer 400 where one query failed, yet hold the results of all: those count, not the status. */
function resultsInError(answer: HttpAnswer): GrafanaResults | null {
  if (answer.status < 400 || answer.status === 401 || answer.status === 403 || answer.status === 429) return null
  const body = parseJson('grafana', answer.text)
  const found = body.ok ? parseQueryAnswer(body.value) : body
  return found.ok && Object.keys(found.value.results).length > 0 ? found.value.results : null
}

function queryBody(batch: Batch, window: TimeWindow): object {
  const intervalMs = Math.max(1, Math.ceil(window.step))
  const maxDataPoints = Math.max(1, Math.ceil((window.to - window.from) / intervalMs))
  const queries = batch.queries.map(query => questionOf(query, { intervalMs, maxDataPoints }))
  // Texts, though they are numbers: Grafana takes nothing else here.
  return { from: String(Math.floor(window.from)), to: String(Math.floor(window.to)), queries }
}

function questionOf({ refId, expr, raw, source, panel }: Query, pace: object): object {
  if (raw !== undefined) return { ...rawQuestion(raw), refId, datasource: { uid: source }, ...pace }
  const question = { refId, expr, datasource: { uid: source, type: 'prometheus' }, ...pace }
  if (panel.shown === 'table') return { ...question, range: false, instant: true, format: 'table' }
  return { ...question, range: true, instant: false }
}

/** As it was pinned; a damaged one asks nothing, and the data source says so. */
function rawQuestion(raw: string): object {
  const read = parseJson('grafana', raw)
  return read.ok && typeof read.value === 'object' && read.value !== null ? read.value : {}
}

/** By data source: its results, or why there are none. */
type Replies = ReadonlyMap<string, Reply<GrafanaResults, FaultValue>>

function panelAnswer(panel: PanelSpec, queries: readonly Query[], replies: Replies): PanelAnswer {
  const parts = queries.map(query => queryAnswer(query, queries.length, replies.get(query.source)))
  const frames = parts.flatMap(part => part.frames)
  return {
    panel: panel.id,
    series: parts.flatMap(part => part.series),
    ...(frames.length > 0 ? { frames } : {}),
    problem: joinedReasons(parts.map(part => part.problem)),
    warnings: distinctReasons(parts.flatMap(part => part.warnings)),
  }
}

type Part = Required<Omit<PanelAnswer, 'panel' | 'frames'>> & { readonly frames: readonly AnswerRows[] }

function queryAnswer(query: Query, ofPanel: number, reply: Reply<GrafanaResults, FaultValue> | undefined): Part {
  const nothing: Part = { series: [], frames: [], problem: '', warnings: [] }
  if (reply === undefined) return { ...nothing, problem: { code: 'panel-without-source' } }
  if (!reply.ok) return { ...nothing, problem: reply.fault }
  const result = reply.value[query.refId]
  const answered = { ...nothing, problem: resultProblem(result), warnings: resultWarnings(result) }
  if (result === undefined) return answered
  const column = ofPanel > 1 ? `Value #${query.ref ?? ''}` : 'Value'
  if (query.panel.shown === 'table') return { ...answered, frames: resultRows(result, column, query.raw === undefined) }
  const series = resultSeries(result, query.legend)
  // Logs and traces have no lines: they are read as rows.
  const frames = query.raw !== undefined && series.length === 0 ? resultRows(result, column, false) : []
  return { ...answered, series, frames: frames.filter(frame => frame.rows.length > 0) }
}
