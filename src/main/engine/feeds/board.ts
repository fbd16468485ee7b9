import { isDeepStrictEqual } from 'node:util'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { joinedReasons } from '../../../shared/contract/coded-reason'
import type { PanelSpec } from '../../../shared/contract/connections'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../shared/contract/faults'
import type { Board } from '../../../shared/contract/feeds'
import type { Annotation, Deploy, PanelReading, PanelTime } from '../../../shared/contract/metrics'
import type { Pushes } from '../../../shared/contract/pushes'
import type { AlertRule, RuleBook } from '../../../shared/contract/rules'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Proposal } from '../../../shared/domain/proposal'
import type { Millis } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import { type FeedIdentity, feedList } from './feed-list'

import { missingParts, type PageBefore, pageAfter } from './page-parts'
import { readPanel } from './panels'

import { ruleBook } from './rule-book'
import type { Gap, PanelAnswer, ProposalsAnswer, PublicPageAnswer, Recalled } from './types'

/** What each connection answered last, and all of it as one. */
interface Kept<T, All> {
  all(): All
  of(connection: ConnectionId): T | undefined
  /** True: it says something else than before; that there is nothing is no news at first. */
  put(connection: ConnectionId, read: T): boolean
}

/** @param same whether two readings say the same; as JSON where it is not given */
function keptByConnection<T, All>(
  merge: (readings: readonly T[]) => All,
  same: (before: T, now: T) => boolean = (before, now) => JSON.stringify(before) === JSON.stringify(now),
): Kept<T, All> {
  const readings = new Map<ConnectionId, T>()
  return {
    all: () => merge([...readings.values()]),
    of: connection => readings.get(connection),
    put: (connection, read) => {
      const before = readings.get(connection)
      readings.set(connection, read)
      if (before === undefined) return !(Array.isArray(read) && read.length === 0)
      return !same(before, read)
    },
  }
}

/** What happened, of all connections, the newest first. */
function newestRowsFirst<T extends { readonly id: string; readonly at: Millis }>(
  lists: readonly (readonly T[])[],
): readonly T[] {
  return lists.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}

type Told = 'feeds' | 'rules' | 'panels' | 'panelTimes' | 'pages' | 'deploys' | 'annotations' | 'proposals'
/** Pushes what changed to every session. */
export type TellScreens = <Name extends Told>(name: Name, payload: Pushes[Name]) => void

/** Takes all that a connection has open, as of an instant, and emits once it has taken it. */
export type AlertsRead = (
  connection: ConnectionId,
  rows: readonly AlertRow[],
  trueAt: Millis,
  taken: () => void,
) => void

/**
 * The last values read, and the state of each feed. Every change is pushed, and nothing else. Alerts go to their own
 * store.
 */
export interface LiveBoard {
  read(): Board
  /** Only the messages in rooms, and the state of the feeds. */
  rooms(): Pick<Board, 'proposals' | 'feeds'>
  pages(): Board['pages']
  /** Returns its stop. The listener is called with the next answer, or by `tellFeeds`. */
  addFeed(feed: FeedIdentity): () => void
  /** Pushes the state of the feeds if it changed. */
  tellFeeds(): void
  alertsRead(feed: FeedIdentity, rows: readonly AlertRow[], trueAt: Millis, gap?: Gap): void
  pageRead(feed: FeedIdentity, answer: PublicPageAnswer, trueAt: Millis, gap?: Gap): void
  deploysRead(feed: FeedIdentity, deploys: readonly Deploy[], trueAt: Millis, gap?: Gap): void
  rulesRead(feed: FeedIdentity, rules: readonly AlertRule[], trueAt: Millis, gap?: Gap): void
  annotationsRead(feed: FeedIdentity, annotations: readonly Annotation[], trueAt: Millis, gap?: Gap): void
  proposalsRead(feed: FeedIdentity, answer: ProposalsAnswer, trueAt: Millis, gap?: Gap): void
  panelsRead(feed: FeedIdentity, panels: readonly PanelSpec[], answers: readonly PanelAnswer[], trueAt: Millis): void
  /** [FE6] A feed that fails still shows its last values, with their age. */
  failed(feed: FeedIdentity, fault: VendorFault): void
}

export function liveBoard(
  unread: readonly PanelReading[],
  tell: TellScreens,
  logger: Logger,
  alertsRead?: AlertsRead,
  /** Clock milliseconds per wall-clock millisecond. */
  rate = 1,
  recalled?: Recalled,
): LiveBoard {
  const { list: feeds, tellFeeds, good, failed } = toldFeeds(tell, logger, rate, recalled)
  const panels = new Map(unread.map(reading => [reading.id, reading]))
  const pages = keptByConnection(
    (all: readonly PageBefore[]) => all.map(({ page }) => page),
    (before, now) => JSON.stringify(before.page) === JSON.stringify(now.page),
  )
  /** What each feed of alerts read last, until another question failed. */
  const underWay = new Map<string, readonly AlertRow[]>()
  const rules = keptByConnection<RuleBook, readonly RuleBook[]>(all => all)
  const deploys = keptByConnection<readonly Deploy[], readonly Deploy[]>(newestRowsFirst)
  const annotations = keptByConnection<readonly Annotation[], readonly Annotation[]>(newestRowsFirst)
  const proposals = keptByConnection<readonly Proposal[], readonly Proposal[]>(newestRowsFirst)
  return {
    read: () => ({
      feeds: feeds.list(),
      rules: rules.all(),
      panels: [...panels.values()],
      pages: pages.all(),
      deploys: deploys.all(),
      annotations: annotations.all(),
      proposals: proposals.all(),
    }),
    rooms: () => ({ proposals: proposals.all(), feeds: feeds.list() }),
    pages: pages.all,
    addFeed: feed => {
      const before = feed.what === 'components' ? recalled?.page(feed.connection) : undefined
      if (before !== undefined) pages.put(feed.connection, before)
      return feeds.add(feed)
    },
    tellFeeds,
    failed: (feed, fault) => {
      underWay.delete(feed.id)
      failed(feed, fault)
    },
    alertsRead: (feed, rows, trueAt, gap) => {
      // [SA19] Not before: what is not shown yet must not pass for fresh, nor may it after a later question that failed.
      underWay.set(feed.id, rows)
      const taken = () => {
        if (underWay.get(feed.id) === rows) good(feed, trueAt, gap)
      }
      if (alertsRead === undefined) taken()
      else alertsRead(feed.connection, rows, trueAt, taken)
    },
    rulesRead: (feed, read, trueAt, gap) => {
      if (rules.put(feed.connection, ruleBook(feed, read))) tell('rules', rules.all())
      good(feed, trueAt, gap)
    },
    pageRead: (feed, answer, trueAt, gap) => {
      const page = pageAfter(pages.of(feed.connection), feed, answer)
      if (pages.put(feed.connection, { page, trueAt })) tell('pages', pages.all())
      good(feed, trueAt, withMissing(gap, missingParts(answer.missing)))
    },
    deploysRead: (feed, read, trueAt, gap) => {
      if (deploys.put(feed.connection, read)) tell('deploys', deploys.all())
      good(feed, trueAt, gap)
    },
    annotationsRead: (feed, read, trueAt, gap) => {
      if (annotations.put(feed.connection, read)) tell('annotations', annotations.all())
      good(feed, trueAt, gap)
    },
    proposalsRead: (feed, { proposals: read, gap: unread }, trueAt, gap) => {
      if (proposals.put(feed.connection, read)) tell('proposals', proposals.all())
      good(feed, trueAt, withMissing(gap, unread))
    },
    panelsRead: (feed, asked, answers, trueAt) => {
      const { news, times } = placePanels(panels, asked, answers, { feed: feed.id, trueAt })
      if (news.length > 0) tell('panels', news)
      if (times.length > 0) tell('panelTimes', times)
      good(feed, trueAt)
    },
  }
}

/** A gap with a part that could not be read at all; `missing` is empty for none. */
function withMissing(gap: Gap | undefined, missing: FaultValue): Gap | undefined {
  if (missing === '') return gap
  return { ...gap, reason: joinedReasons([gap?.reason ?? '', missing]), more: gap?.more ?? false }
}

/** Pushes the list of feeds when it changed; logs only when a feed stops answering or answers again. */
function toldFeeds(tell: TellScreens, logger: Logger, rate: number, recalled: Recalled | undefined) {
  const list = feedList(rate, recalled)
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
    good: (feed: FeedIdentity, trueAt: Millis, gap?: Gap) => {
      const before = list.good(feed.id, trueAt, gap)
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

/** [MT11] Puts the answers on the board; returns the charts with news, and the times of those without. */
function placePanels(
  board: Map<string, PanelReading>,
  asked: readonly PanelSpec[],
  answers: readonly PanelAnswer[],
  from: { readonly feed: string; readonly trueAt: Millis },
): { readonly news: readonly PanelReading[]; readonly times: readonly PanelTime[] } {
  const byPanel = new Map(answers.map(answer => [answer.panel, answer]))
  const news: PanelReading[] = []
  const times: PanelTime[] = []
  for (const panel of asked) {
    const { id } = panel
    const before = board.get(id)
    if (before === undefined) continue
    const reading = readPanel(before, panel, byPanel.get(id), from)
    const { trueAt } = reading
    const isSame = isDeepStrictEqual({ ...before, trueAt }, reading)
    board.set(id, isSame ? { ...before, trueAt } : reading)
    if (isSame) times.push({ id, trueAt })
    else news.push(reading)
  }
  return { news, times }
}
