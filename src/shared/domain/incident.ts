import type { Millis } from '../lib/time'
import type { ApprovalSteps } from './approval'
import type { Audience } from './audience'
import type { AudienceClocks } from './audience-clocks'
import type { Checkpoint, HeldCheckpoint } from './checkpoint'
import type { Claims, SeenBy } from './claims'
import type { ClockSet } from './clock-sets'
import type { CustomerReports } from './customer-reports'
import type { Decisions } from './decisions'
import type { DescribedAlert } from './described-alert'
import type { HeldCount } from './held'
import type { ConnectionId, HandoffId, IncidentId } from './ids'
import type { StatedFigures } from './impact-figures'
import type { Detection, IncidentLink } from './incident-facts'
import type { LeadReports } from './lead-reports'
import type { AdoptedMethod } from './method/method-rules'
import type { TimesKept } from './milestone'
import type { MirrorMode } from './mirror'
import type { NotedSource } from './noted-source'
import type { Owner } from './owner'
import type { Actor } from './people'
import type { Playbooks } from './playbook'
import type { ProposedEdit } from './proposed-edit'
import type { NotedCriterion, Resolution } from './resolution'
import type { Staffed } from './responders'
import type { Severity } from './severity'
import type { SeverityPrompts } from './severity-prompts'
import type { ConfirmedTime, ProposedTime } from './stated-time'
import type { Status } from './status'
import type { Strategy } from './strategy'
import type { Transfers } from './transfer'
import type { Unfolded } from './unfolded'
import type { Update } from './update'
import type { UpdatePace } from './update-pace'
import type { RecordedRequest } from './vendor-request'
import type { RoomPlan } from './war-room'
import type { WorkspaceState } from './workspace'

/** A vendor's page (a PagerDuty incident) that this incident was taken from, or that was linked to it. */
export interface LinkedPagerDutyIncident {
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

/** What an incident is, from its declaration on. */
export interface About {
  readonly id: IncidentId
  readonly title: string
  /** What customers feel, in one sentence; empty until it was stated. */
  readonly impact: string
  readonly drill: boolean
  readonly declaredAt: Millis
  readonly declaredBy: Actor
}

export interface Severities {
  readonly severity: Severity
  /** The most severe that it ever was. */
  readonly worstSeverity: Severity
}

export interface ChosenMethod {
  /** [MA1] What it is run by; null: it was declared before incidents had one. */
  readonly method: AdoptedMethod | null
}

export interface Milestones {
  readonly status: Status
  readonly resolvedAt: Millis | null
  /** [BE1] When customers began to feel it; null: nobody confirmed a time. */
  readonly started: ConfirmedTime | null
  /** When they no longer did; null also once it is reopened. */
  readonly ended: ConfirmedTime | null
  readonly proposedTimes: readonly ProposedTime[]
  /** [HD13] When it was resolved last, by whom and why; null: it never was. */
  readonly lastResolved: StatusWord | null
  /** When it was reopened last, and what it had been resolved by; null: it never was. */
  readonly cameBack: CameBack | null
}

/** Who changed the status, when, and why; the reason may be empty. */
export interface StatusWord {
  readonly at: Millis
  readonly by: Actor
  readonly reason: string
}

export interface CameBack extends StatusWord {
  readonly resolved: StatusWord | null
}

export interface LinkedPagerDutyIncidents {
  readonly pages: readonly LinkedPagerDutyIncident[]
  /** [DI6] What the sources of those said of them, oldest first. */
  readonly described: readonly DescribedAlert[]
}

export interface KnownFacts {
  /** Ticket, bridge, war room and their like, in the order in which they were added. */
  readonly links: readonly IncidentLink[]
  /** Services affected, as a person stated them; null: not stated. */
  readonly services: readonly string[] | null
  /** How it was noticed; null: not stated. */
  readonly detected: Detection | null
}

export interface IncidentClocks {
  readonly checkpoint: Checkpoint
  readonly checkpointsHeld: readonly HeldCheckpoint[]
  /** [UP7] When customers expect to hear again; null: nothing promised. */
  readonly nextUpdateDueAt: Millis | null
  /** [UP9] By audience, when each of the others does; one that nothing is promised to is absent. */
  readonly promisedTo: Readonly<Partial<Record<Audience, Millis>>>
  /** [CW8] Oldest first. */
  readonly clockSets: readonly ClockSet[]
}

export interface CustomerUpdates {
  readonly updates: readonly Update[]
  /**
   * `channelKey` → the vendor's id of what customers see of this incident there. [UP5] Empty: something of it may be
   * there under an id that we never received. Absent: nothing of it is there.
   */
  readonly published: Readonly<Record<string, string>>
  /** [AP1] By message. */
  readonly approvals: Readonly<Record<string, ApprovalSteps>>
  /** [PE5] Oldest first. */
  readonly proposedEdits: readonly ProposedEdit[]
}

export interface Handoffs {
  readonly handoffs: readonly WrittenHandoff[]
  /** When the last handoff was written; `unread` before it. */
  /** What was held of other machines' events when a handoff was written last. */
  readonly heldEvents: readonly HeldCount[]
  readonly waitingMessages: WaitingMessages
  /** [HC3] What other systems showed then; null before it, and of handoffs of earlier versions. */
  readonly notedSources: readonly NotedSource[] | null
  /** [GT12] The gate as a handoff noted it last, which is not always the last handoff; null: none did. */
  readonly notedGate: { readonly at: Millis; readonly criteria: readonly NotedCriterion[] } | null
}

export interface OutsideRequests {
  /** What was asked of the vendors besides updates, oldest first. */
  readonly acts: readonly RecordedRequest[]
}

export interface WarRoom {
  /** [WR1] What was asked for at once, oldest first. */
  readonly roomPlans: readonly RoomPlan[]
  /** [WR4] A person said that this incident needs none. */
  readonly roomDeclined: boolean
  /** [RM1] null: as the team's setting says. */
  readonly mirror: MirrorMode | null
}

export interface DismissedProposals {
  /** Ids of messages that a person dismissed. */
  readonly dismissedProposals: readonly string[]
}

export interface FoldState {
  /** [FO5] Events of the log that are not in this head, in their order. */
  readonly unfolded: readonly Unfolded[]
}

export interface Concurrency {
  readonly claims: Claims
  readonly seenBy: SeenBy
}

export interface Sending {
  /** [OW1] Null: nobody has taken it over since it was declared. */
  readonly owner: Owner | null
}

export interface FolderFacts {
  /** [WS1] Null in the log of an incident. */
  readonly workspace: WorkspaceState | null
}

/** All of an incident but its timeline, in parts. Each part folds the events that concern it, and never edits in place. */
export interface IncidentHead {
  readonly about: About
  readonly severity: Severities
  readonly prompts: SeverityPrompts
  readonly method: ChosenMethod
  readonly milestones: Milestones
  readonly times: TimesKept
  readonly pages: LinkedPagerDutyIncidents
  readonly facts: KnownFacts
  readonly roles: Staffed
  readonly clocks: IncidentClocks
  readonly audiences: AudienceClocks
  readonly pace: UpdatePace
  readonly strategy: Strategy
  readonly decisions: Decisions
  readonly reports: CustomerReports
  readonly figures: StatedFigures
  readonly leads: LeadReports
  readonly comms: CustomerUpdates
  readonly handoffs: Handoffs
  readonly resolution: Resolution
  readonly playbooks: Playbooks
  readonly outside: OutsideRequests
  readonly room: WarRoom
  readonly proposals: DismissedProposals
  readonly reading: FoldState
  readonly concurrency: Concurrency
  readonly transfer: Transfers
  readonly sending: Sending
  readonly workspace: FolderFacts
}

/**
 * The head as clients and commands read it: the fields of all parts side by side. No two parts have a field of one
 * name.
 */
export interface Incident
  extends About,
    Severities,
    SeverityPrompts,
    ChosenMethod,
    Milestones,
    TimesKept,
    LinkedPagerDutyIncidents,
    KnownFacts,
    Staffed,
    IncidentClocks,
    AudienceClocks,
    UpdatePace,
    Strategy,
    Decisions,
    CustomerReports,
    StatedFigures,
    LeadReports,
    CustomerUpdates,
    Handoffs,
    Resolution,
    Playbooks,
    OutsideRequests,
    WarRoom,
    DismissedProposals,
    FoldState,
    Concurrency,
    Transfers,
    Sending,
    FolderFacts {}
