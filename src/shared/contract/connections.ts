import type { Readers } from '../domain/channels/channel-kind'
import type { NetworkName } from '../domain/channels/networks'
import type { CodedValue } from '../domain/coded'
import type { PanelFigure } from '../domain/figure'
import type { ConnectionId } from '../domain/ids'
import type { PanelMeaning } from '../domain/method/panel-meaning'
import type { Severity } from '../domain/severity'
import type { Texts } from '../texts/texts'
import type { MaybeCoded } from './faults'
import type { OptionalFeed } from './feeds'
import type { Threshold } from './metrics'
import type { PanelStep } from './panel-steps'
import type { PanelUnit } from './panel-units'
import type { Vendor } from './vendors'

/** Characters that the texts of a connection may have. */
export const connectionLimits = {
  address: 2_000,
  from: 255,
  pageId: 128,
  channel: 128,
  warRoom: 128,
  reaction: 100,
  caFile: 1_000,
  sender: 320,
  recipients: 4_000,
  user: 320,
  token: 4_000,
} as const

/** One configured vendor account. The token is not here: it lives in the vault, under the connection's id. */
export interface Connection {
  readonly id: ConnectionId
  readonly vendor: Vendor
  readonly name: string
  /** Without a path of the API: `https://api.pagerduty.com`, `https://grafana.example.com/sub`. */
  readonly baseUrl: string
  /** PagerDuty: e-mail of the user that writes are done for. */
  readonly from?: string | undefined
  /** Statuspage: the page's id. */
  readonly pageId?: string | undefined
  /** Grafana: put a mark on its charts for each decision and change of severity. */
  readonly annotate?: boolean | undefined
  /** What is not read through it, though it could be. */
  readonly unread?: readonly OptionalFeed[] | undefined
  /** Slack: id of the channel that updates go to. */
  readonly channel?: string | undefined
  /** Slack: id of the channel where incidents without a channel of their own are talked about. */
  readonly warRoom?: string | undefined
  /** Slack: name of the reaction that puts a message first for the timeline, without colons; `pushpin` where absent. */
  readonly reaction?: string | undefined
  /** Seconds between two polls; the vendor's default where absent. */
  readonly everySeconds?: number | undefined
  /** PagerDuty: ids of the services and of the teams to read, and the urgencies; all where absent or empty. */
  readonly services?: readonly string[] | undefined
  readonly teams?: readonly string[] | undefined
  readonly urgencies?: readonly ('high' | 'low')[] | undefined
  /** PagerDuty: what the account's priorities mean here, by name; by their order where one is not named. */
  readonly severities?: Readonly<Record<string, Severity>> | undefined
  /** Statuspage: the page as customers open it. Read from there, the token's allowance stays free for publishing. */
  readonly publicUrl?: string | undefined
  /** E-mail: the address that mails come from, the addresses that they go to, and the user of the mail server. */
  readonly sender?: string | undefined
  readonly recipients?: string | undefined
  readonly user?: string | undefined
  /** Posted by hand: where. */
  readonly network?: NetworkName | undefined
  /** Who reads what is sent through it, where a connection may choose; as its kind of channel says where absent. */
  readonly readers?: Readers | undefined
  /** A file of certificates (PEM) to trust besides the system's, on the engine's machine. */
  readonly caFile?: string | undefined
}

/** One question of a panel. */
export interface PanelQuery {
  /** `{{label}}` in it is filled from each line's labels. */
  readonly legend: string
  /** PromQL; empty where `raw` asks. */
  readonly expr: string
  /** The letter that the dashboard calls it by. */
  readonly ref?: string | undefined
  /** Grafana only: a data source other than the panel's. */
  readonly datasourceUid?: string | undefined
  /** Grafana only: what another kind of data source is asked, as the JSON that its own editor wrote. */
  readonly raw?: string | undefined
}

/** A chart to read: PromQL through Grafana (with `datasourceUid`) or straight from Prometheus. */
export interface PanelSpec {
  readonly id: string
  readonly title: string
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly connection: ConnectionId
  /** Grafana only: the data source that answers `queries`. */
  readonly datasourceUid?: string | undefined
  /** A Prometheus connection that is asked when `connection` does not answer. */
  readonly fallback?: ConnectionId | undefined
  readonly queries: readonly PanelQuery[]
  /** Absent: lines. `table`: asked at one instant, as rows. `names`: what the lines are called, as rows. */
  readonly shown?: 'table' | 'names' | undefined
  /** What is done with the answer, in this order. */
  readonly steps?: readonly PanelStep[] | undefined
  readonly figure?: PanelFigure | undefined
  readonly means?: PanelMeaning | undefined
  /** Decimals; absent: as many as are useful. */
  readonly decimals?: number | undefined
  /** Title of the dashboard it was pinned from. */
  readonly from?: string | undefined
  readonly url?: string | undefined
  /** What is not as the dashboard shows it, in English. */
  readonly notes?: readonly string[] | undefined
  /** [FA3] The same, note by note, for the page's language; absent: it was pinned before there were codes. */
  readonly codedNotes?: readonly CodedValue[] | undefined
}

/** What a session may know of a connection. */
export interface ConnectionView {
  readonly connection: Connection
  readonly hasToken: boolean
  /** Whether the key that signs what is sent is stored too. */
  readonly hasKey?: boolean
  /** Where the token is stored, in plain words; empty without one. */
  readonly tokenNote: string
}

/** Each has a text in the catalogue. */
export type AbilityName = keyof Texts['connections']['can']

/** Something that the cockpit would do through a connection, and whether its token may. */
export interface Ability extends MaybeCoded {
  readonly name: AbilityName
  readonly may: 'yes' | 'no' | 'unknown'
  /** Why not, such as a missing scope by name, worded by its code where it has one; empty for nothing to say. */
  readonly message: string
}

export interface VendorChoice {
  readonly id: string
  readonly name: string
}

/**
 * Outcome of "test": what is wrong in the vendor's own words, or what was reached, what is permitted, and what can be
 * chosen.
 */
export interface ProbeResult extends MaybeCoded {
  readonly good: boolean
  /** The vendor itself answered, and refused; absent: it did not answer, or was not asked. */
  readonly refused?: true
  readonly message: string
  readonly abilities?: readonly Ability[]
  readonly choices?: Partial<
    Readonly<Record<'services' | 'teams' | 'priorities' | 'pages' | 'channels', readonly VendorChoice[]>>
  >
}
