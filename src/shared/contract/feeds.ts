import type { FeedHealth } from '../domain/freshness'
import type { ConnectionId } from '../domain/ids'
import type { Proposal } from '../domain/proposal'
import type { Annotation, Deploy, PanelReading } from './metrics'
import type { RuleBook } from './rules'
import type { StatusPage } from './status-pages'
import type { Vendor } from './vendors'

/** What the feeds read but alerts, and how each of them is. */

export type FeedWhat = 'alerts' | 'rules' | 'panels' | 'components' | 'deploys' | 'annotations' | 'proposals'

/** Feeds of a monitoring system that a person may leave to another one. */
export const optionalFeeds = ['alerts', 'rules', 'annotations'] as const satisfies readonly FeedWhat[]
export type OptionalFeed = (typeof optionalFeeds)[number]

/** Health of one feed: one connection, one thing read through it. */
export interface FeedStatus extends FeedHealth {
  /** `connection/what`. */
  readonly id: string
  readonly connection: ConnectionId
  readonly name: string
  readonly vendor: Vendor
  readonly what: FeedWhat
}

/** What the feeds have read, but alerts, for a session that has just opened. */
export interface Board {
  readonly feeds: readonly FeedStatus[]
  readonly panels: readonly PanelReading[]
  readonly pages: readonly StatusPage[]
  /** Of the last hours, the newest first. */
  readonly deploys: readonly Deploy[]
  /** What watches, and what of it cannot see. */
  readonly rules: readonly RuleBook[]
  /** Of the last hours, the newest first; none that we wrote. */
  readonly annotations: readonly Annotation[]
  /** The newest messages of the open incidents' rooms; `openProposals` says which of them an incident has open. */
  readonly proposals: readonly Proposal[]
}

/** [FR3] How many alerts are there and could not be read, as far as their sources last answered. */
export function unreadAlerts(feeds: readonly FeedStatus[]): number {
  return feeds.reduce((sum, { what, unread = 0 }) => (what === 'alerts' ? sum + unread : sum), 0)
}
