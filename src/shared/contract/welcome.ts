import type { IncidentId } from '../domain/ids'
import type { FactNow } from '../domain/method/facts-now'
import type { Responder } from '../domain/people'
import type { Principal } from '../domain/principal'
import type { Channel } from '../domain/update'
import type { OpenAlerts } from './alerts'
import type { CopiedNotice } from './copied-notice'
import type { Board } from './feeds'
import type { IncidentGate } from './gate'
import type { IncidentSummary } from './incidents'
import type { ClockReading, Mode } from './mode'
import type { RecordCheck } from './record-check'
import type { RecordProblem } from './record-problems'
import type { SentElsewhere } from './sent-elsewhere'

/** What a session gets first: all that is known but the logs of incidents. */
export interface Welcome {
  readonly version: string
  readonly world: Mode
  readonly clock: ClockReading
  readonly me: Responder
  /** What this session may do. */
  readonly principal: Principal
  readonly incidents: readonly IncidentSummary[]
  readonly board: Board
  readonly alerts: OpenAlerts
  /** [GT2] */
  readonly facts: readonly FactNow[]
  readonly gates: readonly IncidentGate[]
  readonly channels: readonly Channel[]
  readonly recordCheck: RecordCheck
  readonly recordProblems: readonly RecordProblem[]
  /** [WS1] The stream of what belongs to no incident, which is followed like an incident's log. */
  readonly workspace: IncidentId
  readonly copied: CopiedNotice | null
  readonly elsewhere: readonly SentElsewhere[]
  /** True while neither a connection nor an incident exists: the page shows how to begin. */
  readonly firstRun: boolean
}
