import type { PanelSpec } from '../../../shared/contract/connections'
import type { Board, OptionalFeed } from '../../../shared/contract/feeds'
import type { ConnectionId } from '../../../shared/domain/ids'
import { HOUR, MINUTE } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import { type AlertsRead, type LiveBoard, liveBoard, type TellScreens } from './board'
import { openCircuit } from './circuit'
import { type FeedContext, type FeedPoller, startFeedPoller } from './feed-poller'
import { type PanelSources, type PolledPanelSource, startPanelPoller } from './panel-poller'
import { groupPanels, mainConnection, unreadPanel } from './panels'
import type { FeedSource, LinkedRoom, Recalled, Room } from './types'
import type { Pace } from './waits'
import { watchSleep } from './waits'

export interface FeedsOptions {
  readonly connections: readonly FeedSource[]
  readonly panels: readonly PanelSpec[]
  /** All spans are on this clock: a drill that runs faster is read more often. */
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
  readonly tell: TellScreens
  /** Called with all that a connection has open, each time it was read. */
  readonly alertsRead?: AlertsRead
  /** Where a connection's part of the open incidents is talked about now. */
  readonly rooms?: RoomsOf
  /** [KN1] Shown, with its age, until the first answers. */
  readonly recalled?: Recalled | undefined
}

export type RoomsOf = (connection: ConnectionId) => readonly (Room | LinkedRoom)[]

export interface Feeds extends Pick<LiveBoard, 'rooms' | 'pages'> {
  /** All that was read so far, for a session that has just opened. */
  board(): Board
  /** Connections whose alerts are read. */
  readonly alertConnections: readonly ConnectionId[]
  /** Asks everything now, but what is being asked already or asked us for silence. */
  refresh(): void
  /** [FE11] Asks everything soon, yet not in one instant: the network or the computer is back. */
  catchUp(): void
  /** [FE17] A request of ours was done there: what may show it is polled again. */
  actDone(connection: ConnectionId): void
  /** `active` while an incident is open; `hidden` while no window is visible; feeds begin as `idle`. */
  setPace(pace: Pace): void
  /** Aborts what is in progress; nothing is emitted afterwards. */
  stop(): void
}

/** Reads everything that can be read through the connections, until it is stopped. The first round is over soon. */
export function startFeeds(options: FeedsOptions): Feeds {
  const { connections, panels, clock, random, logger } = options
  let running = true
  let pace: Pace = 'idle'
  const tell: TellScreens = (name, payload) => {
    if (running) options.tell(name, payload)
  }
  const alertsRead: AlertsRead = (connection, rows, at, taken) => {
    if (!running) return
    if (options.alertsRead === undefined) taken()
    else options.alertsRead(connection, rows, at, taken)
  }
  const sources = panelSources(connections)
  const unread = panels.map(panel => {
    const main = mainConnection(panel, id => sources.has(id))
    return { ...unreadPanel(panel, main), ...options.recalled?.panel(panel) }
  })
  const board = liveBoard(unread, tell, logger, alertsRead, clock.rate, options.recalled)
  const circuits = new Map(connections.map(({ connection }) => [connection.id, openCircuit(clock)]))
  const circuit = (id: ConnectionId) => circuits.get(id) ?? openCircuit(clock)
  const context: FeedContext = { board, clock, random, logger, pace: () => pace, circuit, networkBack }
  const wantedSources = connections.map(wanted)
  const pollers: readonly FeedPoller[] = [
    ...wantedSources.flatMap(source => [
      ...startAlerts(context, source),
      ...startPublicPage(context, source),
      ...startDeploys(context, source),
      ...startRules(context, source),
      ...startAnnotations(context, source),
      ...startRooms(context, source, options.rooms ?? (() => [])),
    ]),
    ...startPanels(context, panels, sources),
  ]
  const stopWatching = watchSleep(clock, catchUp)

  function catchUp(): void {
    for (const one of circuits.values()) one.halfOpen()
    for (const poller of pollers) poller.catchUp()
  }

  function networkBack(): void {
    for (const poller of pollers.filter(one => one.cutOff())) poller.catchUp()
  }

  return {
    alertConnections: wantedSources.flatMap(({ connection, account }) => (account.alerts ? [connection.id] : [])),
    ...{ board: board.read, rooms: board.rooms, pages: board.pages },
    refresh: () => {
      for (const poller of pollers) poller.refresh()
    },
    catchUp,
    actDone: connection => {
      for (const poller of pollers) poller.actDone(connection)
    },
    setPace: to => {
      if (to === pace || !running) return
      pace = to
      board.tellFeeds()
      for (const poller of pollers) poller.repace()
    },
    stop: () => {
      running = false
      stopWatching()
      for (const poller of pollers) poller.stop()
    },
  }
}

/** Without what a person chose not to read. */
function wanted({ connection, account }: FeedSource): FeedSource {
  const { alerts, rules, annotations, ...rest } = account
  const isRead = (what: OptionalFeed) => connection.unread?.includes(what) !== true
  return {
    connection,
    account: {
      ...rest,
      ...(alerts !== undefined && isRead('alerts') && { alerts }),
      ...(rules !== undefined && isRead('rules') && { rules }),
      ...(annotations !== undefined && isRead('annotations') && { annotations }),
    },
  }
}

function panelSources(connections: readonly FeedSource[]): PanelSources {
  return new Map(connections.filter(readsPanels).map(source => [source.connection.id, source]))
}

function readsPanels(source: FeedSource): source is PolledPanelSource {
  return source.account.panels !== undefined
}

function startAlerts(context: FeedContext, source: FeedSource): readonly FeedPoller[] {
  const { alerts } = source.account
  if (alerts === undefined) return []
  const reading = { ask: (signal: AbortSignal) => alerts.fetchOpenAlerts(signal), good: context.board.alertsRead }
  return [startFeedPoller(context, source, 'alerts', reading)]
}

function startPublicPage(context: FeedContext, source: FeedSource): readonly FeedPoller[] {
  const { publicPage } = source.account
  if (publicPage === undefined) return []
  const reading = { ask: (signal: AbortSignal) => publicPage.fetchPublicPage(signal), good: context.board.pageRead }
  return [startFeedPoller(context, source, 'components', reading)]
}

/** How far back deploys are shown: most trouble follows a change by minutes, some by a night. */
const DEPLOYS_BACK = 12 * HOUR

function startDeploys(context: FeedContext, source: FeedSource): readonly FeedPoller[] {
  const { deploys } = source.account
  if (deploys === undefined) return []
  const { board, clock } = context
  const ask = (signal: AbortSignal) => deploys.fetchDeploys(clock.now() - DEPLOYS_BACK, signal)
  return [startFeedPoller(context, source, 'deploys', { ask, good: board.deploysRead })]
}

function startRules(context: FeedContext, source: FeedSource): readonly FeedPoller[] {
  const { rules } = source.account
  if (rules === undefined) return []
  const reading = { ask: (signal: AbortSignal) => rules.fetchRules(signal), good: context.board.rulesRead }
  return [startFeedPoller(context, source, 'rules', reading)]
}

/** As far back as the charts show. */
const ANNOTATIONS_BACK = HOUR
/** The vendor's clock may be ahead of ours. */
const AHEAD = 5 * MINUTE

function startAnnotations(context: FeedContext, source: FeedSource): readonly FeedPoller[] {
  const { annotations } = source.account
  if (annotations === undefined) return []
  const { board, clock } = context
  const ask = (signal: AbortSignal) => {
    const now = clock.now()
    return annotations.fetchAnnotations({ from: now - ANNOTATIONS_BACK, to: now + AHEAD }, signal)
  }
  return [startFeedPoller(context, source, 'annotations', { ask, good: board.annotationsRead })]
}

function startRooms(context: FeedContext, source: FeedSource, roomsOf: RoomsOf): readonly FeedPoller[] {
  const { rooms } = source.account
  if (rooms === undefined) return []
  const ask = (signal: AbortSignal) => rooms.fetchProposals(roomsOf(source.connection.id), signal)
  return [startFeedPoller(context, source, 'proposals', { ask, good: context.board.proposalsRead })]
}

function startPanels(context: FeedContext, panels: readonly PanelSpec[], sources: PanelSources): readonly FeedPoller[] {
  return groupPanels(panels, panel => mainConnection(panel, id => sources.has(id)))
    .map(group => startPanelPoller(context, group, sources))
    .filter(poller => poller !== undefined)
}
