import type { PanelSpec } from '../../../../shared/contract/connections'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { FeedReply, PanelAnswer, TimeWindow } from '../../feeds/types'
import type { Api } from '../../http/api'
import { parseJson } from '../../http/json'
import type { HttpAnswer, HttpFault } from '../../http/types'
import { sideBySide } from '../side-by-side'
import { type GrafanaResults, parseQueryAnswer } from './parse'
import { resultProblem, resultSeries, resultWarnings } from './translate'

const SOURCES_AT_ONCE = 4

interface Query {
  readonly refId: string
  readonly legend: string
  readonly expr: string
}

interface Asked {
  readonly panel: string
  readonly queries: readonly Query[]
}

/** All panels that one data source answers: one request. */
interface Batch {
  readonly source: string
  readonly asked: readonly Asked[]
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
  const replies = await sideBySide(batches(panels), SOURCES_AT_ONCE, async batch => ({
    batch,
    reply: await fetchBatch(api, batch, window, signal),
  }))
  const firstFault = replies.map(({ reply }) => (reply.ok ? null : reply.fault)).find(fault => fault !== null)
  if (firstFault !== undefined && replies.every(({ reply }) => !reply.ok)) return fail(firstFault)
  const answers = replies.flatMap(({ batch, reply }) => batch.asked.map(asked => panelAnswer(asked, reply, window)))
  const without = panels.filter(panel => sourceOf(panel) === '').map(panel => withoutSource(panel.id))
  return ok([...answers, ...without])
}

function batches(panels: readonly PanelSpec[]): readonly Batch[] {
  const bySource = Map.groupBy(
    panels.filter(panel => sourceOf(panel) !== ''),
    sourceOf,
  )
  return [...bySource].map(([source, its]) => ({ source, asked: its.map(askedOf) }))
}

function sourceOf(panel: PanelSpec): string {
  return panel.datasourceUid ?? ''
}

function askedOf(panel: PanelSpec, at: number): Asked {
  return { panel: panel.id, queries: panel.queries.map((query, part) => ({ ...query, refId: `P${at}Q${part}` })) }
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
  const datasource = { uid: batch.source, type: 'prometheus' }
  const intervalMs = Math.max(1, Math.ceil(window.step))
  const maxDataPoints = Math.max(1, Math.ceil((window.to - window.from) / intervalMs))
  const queries = batch.asked
    .flatMap(asked => asked.queries)
    .map(({ refId, expr }) => ({ refId, expr, datasource, intervalMs, maxDataPoints, range: true, instant: false }))
  // Texts, though they are numbers: Grafana takes nothing else here.
  return { from: String(Math.floor(window.from)), to: String(Math.floor(window.to)), queries }
}

function panelAnswer(asked: Asked, reply: Reply<GrafanaResults, HttpFault>, window: TimeWindow): PanelAnswer {
  if (!reply.ok) return { panel: asked.panel, series: [], problem: reply.fault.message, warnings: [] }
  const results = asked.queries.map(query => ({ query, result: reply.value[query.refId] }))
  const problems = results.map(({ result }) => resultProblem(result)).filter(text => text !== '')
  return {
    panel: asked.panel,
    series: results.flatMap(({ query, result }) =>
      result === undefined ? [] : resultSeries(result, query.legend, window.step),
    ),
    problem: [...new Set(problems)].join('; '),
    warnings: [...new Set(results.flatMap(({ result }) => resultWarnings(result)))],
  }
}

function withoutSource(panel: string): PanelAnswer {
  return { panel, series: [], problem: 'This panel names no data source: give its uid', warnings: [] }
}
