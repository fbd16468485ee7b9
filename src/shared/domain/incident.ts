import type { Millis } from '../lib/time'
import type { AskedAct } from './act'
import type { Checkpoint, HeldCheckpoint } from './checkpoint'
import type { Crew } from './crew'
import type { ConnectionId, HandoffId, IncidentId } from './ids'
import type { Actor, Assignment, Role } from './people'
import type { Severity } from './severity'
import type { ConfirmedTime, ProposedTime } from './stated-time'
import type { Status } from './status'
import type { Update } from './update'

/** A vendor's page (a PagerDuty incident) that this incident was taken from, or that was linked to it. */
export interface LinkedPage {
  readonly connection: ConnectionId
  readonly externalId: string
  readonly title: string
  readonly service: string | null
  readonly url: string | null
}

export interface WrittenHandoff {
  readonly id: HandoffId
  readonly writtenAt: Millis
  readonly by: Actor
}

/** Messages of rooms that wait for the scribe: how many; `unread`: a room cannot be read; `no-room`: none is connected. */
export type WaitingMessages = number | 'unread' | 'no-room'

/** The head of an incident: all but its timeline. A fold over its events, never edited in place. */
export interface Incident {
  readonly id: IncidentId
  readonly title: string
  readonly severity: Severity
  /** The most severe that it ever was. */
  readonly worstSeverity: Severity
  readonly status: Status
  /** What customers feel, in one sentence; empty until somebody said it. */
  readonly impact: string
  readonly drill: boolean
  readonly declaredAt: Millis
  readonly declaredBy: Actor
  readonly resolvedAt: Millis | null
  /** [BE1] When customers began to feel it; null: nobody confirmed a time. */
  readonly started: ConfirmedTime | null
  /** When they no longer did; null also once it is reopened. */
  readonly ended: ConfirmedTime | null
  readonly proposedTimes: readonly ProposedTime[]
  readonly pages: readonly LinkedPage[]
  readonly roles: Readonly<Record<Role, Assignment | null>>
  /** Whoever works on it besides those four: deputies, roles of its own, sub-teams; and who held a role before. */
  readonly crew: Crew
  readonly checkpoint: Checkpoint
  readonly checkpointsHeld: readonly HeldCheckpoint[]
  readonly updates: readonly Update[]
  /** When customers expect to hear again; null: nothing promised. */
  readonly nextUpdateDueAt: Millis | null
  /**
   * `channelKey` → the vendor's id of what customers see of this incident there. [UP5] Empty: something of it may be
   * there under an id that we were never told. Absent: nothing of it is there.
   */
  readonly published: Readonly<Record<string, string>>
  readonly handoffs: readonly WrittenHandoff[]
  /** When the last handoff was written; `unread` before it. */
  readonly waitingMessages: WaitingMessages
  /** What was asked of the vendors besides updates, oldest first. */
  readonly acts: readonly AskedAct[]
  /** Ids of messages that somebody decided not to write down. */
  readonly dismissedProposals: readonly string[]
}
