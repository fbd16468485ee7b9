import type { IncidentId, Seq } from '../domain/ids'
import type { FactNow } from '../domain/method/facts-now'
import type { Responder } from '../domain/people'
import type { Proposal } from '../domain/proposal'
import type { Channel } from '../domain/update'
import type { IncidentRecord } from '../events/fold'
import type { Rebase } from '../events/rebase'
import type { IncidentEvent } from '../events/registry'
import type { OpenAlerts } from './alerts'
import type { CopiedNotice } from './copied-notice'
import type { FeedStatus } from './feeds'
import type { IncidentGate } from './gate'
import type { IncidentSummary } from './incidents'
import type { Annotation, Deploy, PanelReading, PanelTime } from './metrics'
import type { ClockReading } from './mode'
import type { RecordCheck } from './record-check'
import type { RecordProblem } from './record-problems'
import type { RuleBook } from './rules'
import type { SentElsewhere } from './sent-elsewhere'
import type { StatusPage } from './status-pages'

/** A person in another session who is editing something. Names are what their sessions report. */
export interface OtherEditor {
  readonly incident: IncidentId
  /** Such as `impact` or `update:ID`. */
  readonly what: string
  readonly who: Responder
  /** The session's name for itself, such as "Firefox on Linux, window 3f2a". */
  readonly screen: string
}

/** What the engine pushes to every open session. */
export interface Pushes {
  /**
   * New events of an incident that this session follows. `after` is the incident's seq before the first of them: a
   * session whose own last seq differs has missed something and follows again from there.
   */
  log: {
    readonly incident: IncidentId
    readonly after: Seq
    readonly events: readonly IncidentEvent[]
    /** The log continues: these are not its newest events, and the session asks for the next. */
    readonly more?: true
    /** [RK3] Several machines wrote at the same time: this takes the place of all that was folded before. */
    readonly record?: IncidentRecord
  }
  /** [FO8] Late events of other machines changed what this session has. */
  rebased: Rebase
  incidents: readonly IncidentSummary[]
  feeds: readonly FeedStatus[]
  alerts: OpenAlerts
  /** Only the panels of which something is new. */
  panels: readonly PanelReading[]
  /** [MT11] The panels that were read again and of which nothing is. */
  panelTimes: readonly PanelTime[]
  /** [GT2] What the pinned panels say, all of it each time. */
  facts: readonly FactNow[]
  /** [GT4] Of all open incidents each time. */
  gates: readonly IncidentGate[]
  pages: readonly StatusPage[]
  deploys: readonly Deploy[]
  rules: readonly RuleBook[]
  annotations: readonly Annotation[]
  proposals: readonly Proposal[]
  channels: readonly Channel[]
  clock: ClockReading
  /** All that is wrong with the record on the disk; empty for nothing. */
  recordProblems: readonly RecordProblem[]
  /** How far a check of the whole record is, and what the last one found. */
  recordCheck: RecordCheck
  /** [WS4] What to say of a copied or restored folder; null: nothing. */
  copied: CopiedNotice | null
  /** [OW4] Incidents that another machine sends for, or that have an item waiting here. */
  elsewhere: readonly SentElsewhere[]
  /** What other sessions are editing now, whole each time. */
  editors: readonly OtherEditor[]
  /** The engine behind this session was replaced (a drill began or ended): start over. */
  world: null
}

export type PushName = keyof Pushes
