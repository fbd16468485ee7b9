import type { Board } from '../../../../shared/contract/feeds'
import type { ConnectionId } from '../../../../shared/domain/ids'
import type { Channel } from '../../../../shared/domain/update'
import { ok } from '../../../../shared/lib/reply'
import type { Push } from '../../bridge'
import type { AlertsRead } from '../../feeds/board'
import { type Feeds, type RoomsOf, startFeeds } from '../../feeds/feeds'
import type { Recalled } from '../../feeds/types'
import type { Pace } from '../../feeds/waits'
import type { HttpClient } from '../../http/types'
import type { HostPorts, Settings } from '../../ports'
import type { Handlers } from '../../sessions/handlers'
import type { PeopleReads, VendorAccount } from '../account'
import { openStored } from '../registry'

type SilenceRead = NonNullable<VendorAccount['silences']>

/** What was read, and by which settings it was asked for. */
export interface EarlierReadings {
  readonly board: Board
  readonly asked: Settings
}

/** The configured vendor accounts and what is read through them. */
export interface VendorAccounts extends Pick<Feeds, 'board' | 'rooms' | 'pages'> {
  channels(): readonly Channel[]
  account(connection: ConnectionId): VendorAccount | undefined
  /** Connections whose charts take marks of decisions. */
  annotators(): readonly ConnectionId[]
  /** Connections whose alerts are read. */
  alertConnections(): readonly ConnectionId[]
  /** Accounts that can be asked whom to page. */
  people(): readonly PeopleReads[]
  /** Connections that can be asked what is silenced there. */
  silencers(): readonly { readonly connection: ConnectionId; readonly read: SilenceRead }[]
  refresh(): void
  catchUp(): void
  /** A request of ours was done at this connection: what may show it is read again. */
  requestDelivered(connection: ConnectionId): void
  setPace(pace: Pace): void
  /** Opens everything again from the settings, after they changed. */
  reopen(): void
  stop(): void
}

/**
 * @param alertsRead called with all that a connection has open, each time it was read
 * @param recalled what was read before this engine started, or before the settings changed
 * @param rooms of the open incidents at a connection, asked before each poll of them
 */
export function openVendorAccounts(
  ports: HostPorts,
  http: HttpClient,
  tell: Push,
  alertsRead: AlertsRead,
  rooms: RoomsOf,
  recalled: (before: EarlierReadings | null) => Recalled,
): VendorAccounts {
  let annotators: readonly ConnectionId[] = []
  let accounts = new Map<ConnectionId, VendorAccount>()
  let pace: Pace = 'idle'
  let asked = ports.settings.read()
  let feeds = start(null)

  function start(before: EarlierReadings | null): Feeds {
    asked = ports.settings.read()
    const { connections, panels } = asked
    const opened = connections.map(connection => ({
      connection,
      account: openStored(connection, ports.secrets, http),
    }))
    annotators = opened
      .filter(({ connection, account }) => connection.annotate === true && account.acts !== undefined)
      .map(({ connection }) => connection.id)
    accounts = new Map(opened.map(({ connection, account }) => [connection.id, account]))
    const { clock, random, logger } = ports
    const started = startFeeds({
      connections: opened,
      panels,
      clock,
      random,
      logger,
      tell,
      alertsRead,
      rooms,
      recalled: recalled(before),
    })
    started.setPace(pace)
    return started
  }

  const channels = () => [...accounts.values()].flatMap(account => account.channels)

  return {
    board: () => feeds.board(),
    rooms: () => feeds.rooms(),
    pages: () => feeds.pages(),
    channels,
    account: connection => accounts.get(connection),
    annotators: () => annotators,
    alertConnections: () => feeds.alertConnections,
    people: () => [...accounts.values()].flatMap(({ people }) => people ?? []),
    silencers: () => [...accounts].flatMap(([connection, { silences: read }]) => (read ? [{ connection, read }] : [])),
    refresh: () => feeds.refresh(),
    catchUp: () => feeds.catchUp(),
    requestDelivered: connection => feeds.actDone(connection),
    setPace(next) {
      if (next === pace) return
      pace = next
      feeds.setPace(next)
    },
    reopen() {
      // First: a feed that is stopped is on no board.
      const before = { board: feeds.board(), asked }
      feeds.stop()
      feeds = start(before)
      const board = feeds.board()
      tell('feeds', board.feeds)
      tell('panels', board.panels)
      tell('pages', board.pages)
      tell('deploys', board.deploys)
      tell('rules', board.rules)
      tell('annotations', board.annotations)
      tell('proposals', board.proposals)
      tell('channels', channels())
    },
    stop: () => feeds.stop(),
  }
}

export function vendorAccountChanges(accounts: VendorAccounts): Handlers<'feeds:refresh' | 'feeds:catch-up'> {
  return {
    'feeds:refresh': () => {
      accounts.refresh()
      return ok(null)
    },
    'feeds:catch-up': () => {
      accounts.catchUp()
      return ok(null)
    },
  }
}
