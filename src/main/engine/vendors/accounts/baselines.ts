import type { Answer } from '../../../../shared/contract/calls'
import { wordedProblem } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { PanelSpec } from '../../../../shared/contract/connections'
import type { Fault } from '../../../../shared/contract/faults'
import type { PanelBaseline, PanelSeries } from '../../../../shared/contract/metrics'
import { type BaselineDay, daysBefore } from '../../../../shared/domain/method/panel-meaning'
import { ok, type Reply } from '../../../../shared/lib/reply'
import { DAY, MINUTE, type Millis } from '../../../../shared/lib/time'
import { groupPanels, mainConnection, panelWindow } from '../../feeds/panels'
import { shapeAnswer } from '../../feeds/shape'
import type { PanelAnswer } from '../../feeds/types'
import type { Clock, SettingsStore } from '../../ports'
import type { Handlers } from '../../sessions/handlers'
import type { VendorAccounts } from './vendor-accounts'

/** What the pinned panels showed at the same hour of a day before. */
export interface Baselines {
  read(day: BaselineDay): Promise<Reply<Answer<'panels:baseline'>, Fault>>
}

/** The past does not change: it is requested again only as the window moves on, by as much as was requested ahead. */
const KEPT: Millis = MINUTE

interface Kept {
  readonly at: Millis
  /** The panels that were asked for; others may be pinned since. */
  readonly panels: string
  readonly answer: Promise<readonly PanelBaseline[]>
}

export function openBaselines(
  accounts: VendorAccounts,
  settings: SettingsStore,
  clock: Clock,
  stopping: AbortSignal,
): Baselines {
  const kept = new Map<BaselineDay, Kept>()
  return {
    async read(day) {
      const now = clock.now()
      const before = kept.get(day)
      const panels = JSON.stringify(settings.read().panels)
      const isFresh = before !== undefined && before.panels === panels && Math.abs(now - before.at) < KEPT
      const fresh = isFresh ? before : { at: now, panels, answer: ask(day, now) }
      kept.set(day, fresh)
      const answer = await fresh.answer
      // A panel without an answer is requested again by the next reader.
      if (answer.some(({ problem }) => problem !== '') && kept.get(day) === fresh) kept.delete(day)
      return ok(answer)
    },
  }

  async function ask(day: BaselineDay, now: Millis): Promise<readonly PanelBaseline[]> {
    const groups = groupPanels(settings.read().panels, panel =>
      mainConnection(panel, id => accounts.account(id)?.panels !== undefined),
    )
    const read = await Promise.all(groups.map(({ connection, panels }) => askOne(connection, panels, day, now)))
    return read.flat()
  }

  async function askOne(
    connection: PanelSpec['connection'],
    panels: readonly PanelSpec[],
    day: BaselineDay,
    now: Millis,
  ): Promise<readonly PanelBaseline[]> {
    const shift = daysBefore[day] * DAY
    const lines = panels.filter(({ shown }) => shown === undefined)
    const feed = accounts.account(connection)?.panels
    if (feed === undefined || lines.length === 0) return []
    const { from, to, step } = panelWindow(now)
    const window = { from: from - shift, to: to - shift + KEPT, step }
    const reply = await feed.fetchPanels(lines, window, stopping)
    if (!reply.ok) return lines.map(({ id }) => ({ panel: id, series: [], ...wordedProblem(partOf(reply.fault)) }))
    return lines.map(panel => baselineOf(panel, reply.value, shift))
  }
}

/** [MT4] A baseline has today's instants, so that a chart draws it below today's lines. */
function baselineOf(panel: PanelSpec, answers: readonly PanelAnswer[], shift: Millis): PanelBaseline {
  const answer = answers.find(each => each.panel === panel.id)
  if (answer === undefined) return { panel: panel.id, series: [], ...wordedProblem({ code: 'panel-unanswered' }) }
  const { series } = shapeAnswer(panel, answer)
  return { panel: panel.id, series: series.map(one => later(one, shift)), ...wordedProblem(answer.problem) }
}

function later(series: PanelSeries, shift: Millis): PanelSeries {
  return { ...series, times: Array.from(series.times, time => time + shift) }
}

export function baselineQueries(baselines: Baselines): Handlers<'panels:baseline'> {
  return { 'panels:baseline': ({ day }) => baselines.read(day) }
}
