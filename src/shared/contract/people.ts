import type { CodedReason } from '../domain/coded'
import type { ConnectionId } from '../domain/ids'
import type { Millis } from '../lib/time'
import type { AlertAbout } from './alert-about'
import type { VendorChoice } from './connections'

/** What PagerDuty knows of one of its incidents and of who is on call: asked for when a person opens it. */

export interface PagerDutyNote {
  readonly at: Millis
  readonly by: string
  readonly text: string
}

/** One step of a page's own history: triggered, notified, acknowledged, escalated. */
export interface PagerDutyLogEntry {
  readonly at: Millis
  readonly text: string
}

export interface PagerDutyAlert {
  readonly at: Millis
  readonly title: string
  readonly state: string
  readonly severity: string
  readonly url: string | null
  /** Of the newest ones; absent: its source did not say, or it is one of many. */
  readonly about?: AlertAbout | undefined
}

/** Lists in the order of time. `problem` names what could not be read; empty for nothing. */
export interface PagerDutyIncidentDetails extends CodedReason {
  readonly notes: readonly PagerDutyNote[]
  readonly steps: readonly PagerDutyLogEntry[]
  readonly alerts: readonly PagerDutyAlert[]
  readonly problem: string
}

export interface OnCall {
  readonly connection: ConnectionId
  /** The vendor's id of the person; null where it does not say. */
  readonly externalId: string | null
  readonly name: string
  readonly policy: string
  /** Names of the services that the policy is for; absent: not read. */
  readonly services?: readonly string[]
  /** 1 is paged first. */
  readonly level: number
  /** Null: always. */
  readonly until: Millis | null
}

export interface EscalationPolicy {
  readonly connection: ConnectionId
  readonly externalId: string
  readonly name: string
}

/** Who can be paged now, the first to be paged in front; `problem` as in the details of an incident. */
export interface OnCallList extends CodedReason {
  /** Absent: it was read just now. Else who could be paged then; nobody answers now. */
  readonly readAt?: Millis
  readonly people: readonly OnCall[]
  readonly policies: readonly EscalationPolicy[]
  readonly problem: string
}

/** What a page can be made of; `problem` as in the details of an incident. */
export interface PagerDutyDirectory extends CodedReason {
  readonly services: readonly VendorChoice[]
  readonly policies: readonly VendorChoice[]
  /** The most severe first; none where the plan has none. */
  readonly priorities: readonly VendorChoice[]
  readonly problem: string
}

/** A person whom the vendor knows. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** An answer that is cached for a while. */
export interface StoredAnswer<T> extends CodedReason {
  readonly value: T
  readonly readAt: Millis
  /** Why there is no newer one; empty while it is new enough. */
  readonly stale: string
}
