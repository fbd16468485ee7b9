import type { PanelSpec } from '../../../shared/contract/connections'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Pushes } from '../../../shared/contract/pushes'
import type { AlertRow, Board, Deploy, PanelReading, PublicPage } from '../../../shared/contract/views'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Proposal } from '../../../shared/domain/proposal'
import type { Millis } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import { type FeedIdentity, feedList } from './feed-list'
import { readPanel } from './panels'
import { firstAlerts, mergeAlerts, newestFirst, sameRows } from './rows'
import type { PanelAnswer, PublicPageAnswer } from './types'

type Told = 'feeds' | 'alerts' | 'panels' | 'pages' | 'deploys' | 'proposals'
/** Tells every screen what changed. */
export type TellScreens = <Name extends Told>(name: Name, payload: Pushes[Name]) => void

/** Takes all that a connection has open, as of an instant. */
export type AlertsRead = (connection: ConnectionId, rows: readonly AlertRow[], trueAt: Millis) => void

/** What was read last, and how each feed fares. Every change is told, and nothing else. */
export interface LiveBoard {
  read(): Board
  /** Returns its stop. Told with the next answer, or by `tellFeeds`. */
  addFeed(feed: FeedIdentity): () => void
  /** Tells how the feeds fare, if that is news. */
  tellFeeds(): void
  alertsRead(feed: FeedIdentity, rows: readonly AlertRow[], trueAt: Millis): void
  pageRead(feed: FeedIdentity, answer: PublicPageAnswer, trueAt: Millis): void
  deploysRead(feed: FeedIdentity, deploys: readonly Deploy[], trueAt: Millis): void
  proposalsRead(feed: FeedIdentity, proposals: readonly Proposal[], trueAt: Millis): void
  panelsRead(feed: FeedIdentity, panels: readonly PanelSpec[], answers: readonly PanelAnswer[], trueAt: Millis): void
  /** [FE6] A feed that fails keeps what it showed, with its age. */
  failed(feed: FeedIdentity, fault: VendorFault): void
}

export function liveBoard(
  unread: readonly PanelReading[],
  tell: TellScreens,
  logger: Logger,
  alertsRead?: AlertsRead,
): LiveBoard {
  const { list: feeds, tellFeeds, good, failed } = toldFeeds(tell, logger)
  const panels = new Map(unread.map(reading => [reading.id, reading]))
  const pages = new Map<ConnectionId, PublicPage>()
  const alerts = new Map<ConnectionId, readonly AlertRow[]>()
  const deploys = new Map<ConnectionId, readonly Deploy[]>()
  const proposals = new Map<ConnectionId, readonly Proposal[]>()
  const allDeploys = () => newestFirst([...deploys.values()])
  const allProposals = () => newestFirst([...proposals.values()])
  const allAlerts = () => firstAlerts(mergeAlerts([...alerts.values()]))
  return {
    read: () => ({
      feeds: feeds.list(),
      alerts: allAlerts(),
      panels: [...panels.values()],
      pages: [...pages.values()],
      deploys: allDeploys(),
      proposals: allProposals(),
    }),
    addFeed: feeds.add,
    tellFeeds,
    failed,
    alertsRead: (feed, answer, trueAt) => {
      // Prometheus lists the alerts of one rule in another order at every poll.
      const rows = mergeAlerts([answer])
      const same = sameRows(alerts.get(feed.connection) ?? [], rows)
      alerts.set(feed.connection, rows)
      alertsRead?.(feed.connection, rows, trueAt)
      if (!same) tell('alerts', allAlerts())
      good(feed, trueAt)
    },
    pageRead: (feed, answer, trueAt) => {
      const page = { feed: feed.id, connection: feed.connection, name: feed.name, ...answer }
      const same = JSON.stringify(pages.get(feed.connection)) === JSON.stringify(page)
      pages.set(feed.connection, page)
      if (!same) tell('pages', [...pages.values()])
      good(feed, trueAt)
    },
    deploysRead: (feed, read, trueAt) => {
      const same = JSON.stringify(deploys.get(feed.connection)) === JSON.stringify(read)
      deploys.set(feed.connection, read)
      if (!same) tell('deploys', allDeploys())
      good(feed, trueAt)
    },
    proposalsRead: (feed, read, trueAt) => {
      const same = JSON.stringify(proposals.get(feed.connection) ?? []) === JSON.stringify(read)
      proposals.set(feed.connection, read)
      if (!same) tell('proposals', allProposals())
      good(feed, trueAt)
    },
    panelsRead: (feed, asked, answers, trueAt) => {
      tell('panels', placePanels(panels, asked, answers, { feed: feed.id, trueAt }))
      good(feed, trueAt)
    },
  }
}

/** The list of feeds, told when it changed; the log hears only when a feed falls silent or speaks again. */
function toldFeeds(tell: TellScreens, logger: Logger) {
  const list = feedList()
  let told = ''
  const tellFeeds = () => {
    const now = list.list()
    const words = JSON.stringify(now)
    if (words === told) return
    told = words
    tell('feeds', now)
  }
  return {
    list,
    tellFeeds,
    good: (feed: FeedIdentity, trueAt: Millis) => {
      const before = list.good(feed.id, trueAt)
      if (before === 'failed' || before === 'refused') logger.info(`${feed.id} answers again`)
      tellFeeds()
    },
    failed: (feed: FeedIdentity, fault: VendorFault) => {
      const before = list.bad(feed.id, fault)
      const { kind, message } = fault
      if (before === 'good' || before === 'none-yet') logger.warn(`${feed.id} does not answer`, { kind, message })
      tellFeeds()
    },
  }
}

/** Puts the answers on the board; returns the charts that were read anew. */
function placePanels(
  board: Map<string, PanelReading>,
  asked: readonly PanelSpec[],
  answers: readonly PanelAnswer[],
  from: { readonly feed: string; readonly trueAt: Millis },
): readonly PanelReading[] {
  const byPanel = new Map(answers.map(answer => [answer.panel, answer]))
  return asked.flatMap(panel => {
    const { id } = panel
    const before = board.get(id)
    if (before === undefined) return []
    const reading = readPanel(before, panel, byPanel.get(id), from)
    board.set(id, reading)
    return [reading]
  })
}
