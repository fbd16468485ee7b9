import type { ConnectionId } from '../../../shared/domain/ids'
import { type FeedContext, type FeedPoller, startFeedPoller } from './feed-poller'
import { groupPanels, type PanelGroup, panelWindow } from './panels'
import type { FeedSource, PanelAnswer, PanelFeed } from './types'

/** A connection that charts can be read through. */
export interface PolledPanelSource extends FeedSource {
  readonly account: FeedSource['account'] & { readonly panels: PanelFeed }
}

export type PanelSources = ReadonlyMap<ConnectionId, PolledPanelSource>

/**
 * [FE8] Reads a group of panels through its connection. While that does not answer, their fall-backs are read at the
 * usual pace, and the connection is tried less and less often, until it answers again.
 */
export function startPanelPoller(
  context: FeedContext,
  group: PanelGroup,
  sources: PanelSources,
): FeedPoller | undefined {
  let fallbacks: readonly FeedPoller[] = []
  const stopFallbacks = () => {
    for (const fallback of fallbacks) fallback.stop()
    fallbacks = []
  }
  const main = startGroup(context, group, sources, {
    good: stopFallbacks,
    failed: () => {
      if (fallbacks.length === 0) fallbacks = startFallbacks(context, group, sources)
    },
  })
  if (main === undefined) return undefined
  return {
    refresh: () => [main, ...fallbacks].map(poller => poller.refresh()),
    catchUp: () => [main, ...fallbacks].map(poller => poller.catchUp()),
    cutOff: () => [main, ...fallbacks].some(poller => poller.cutOff()),
    // A request of ours does not change measured values at once.
    actDone: () => undefined,
    repace: () => [main, ...fallbacks].map(poller => poller.repace()),
    stop: () => {
      main.stop()
      stopFallbacks()
    },
  }
}

function startFallbacks(context: FeedContext, group: PanelGroup, sources: PanelSources): readonly FeedPoller[] {
  const started = groupPanels(group.panels, ({ fallback }) => (fallback === group.connection ? undefined : fallback))
    .map(members => startGroup(context, members, sources, { good: () => undefined, failed: () => undefined }))
    .filter(poller => poller !== undefined)
  context.board.tellFeeds()
  return started
}

interface Outcome {
  /** Called before the board shows the answer. */
  readonly good: () => void
  readonly failed: () => void
}

function startGroup(
  context: FeedContext,
  { connection, panels }: PanelGroup,
  sources: PanelSources,
  outcome: Outcome,
): FeedPoller | undefined {
  const source = sources.get(connection)
  if (source === undefined) return undefined
  return startFeedPoller<readonly PanelAnswer[]>(context, source, 'panels', {
    ask: signal => source.account.panels.fetchPanels(panels, panelWindow(context.clock.now()), signal),
    good: (feed, answers, trueAt) => {
      outcome.good()
      context.board.panelsRead(feed, panels, answers, trueAt)
    },
    failed: outcome.failed,
  })
}
