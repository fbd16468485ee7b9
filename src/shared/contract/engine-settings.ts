import type { AudienceMatrix } from '../domain/audience-matrix'
import type { Cadence, CadenceOverrides } from '../domain/cadence'
import type { LintSettings } from '../domain/lint/lint-finding'
import type { MirrorMode } from '../domain/mirror'
import type { Severity } from '../domain/severity'
import type { Millis } from '../lib/time'

/** What holds for everybody who works with an engine; connections, panels and services have calls of their own. */
export interface EngineSettings {
  /** Default display name; null: the name by which the machine knows its user. */
  readonly me: string | null
  /** The cancel window of a publication, in wall-clock milliseconds. */
  readonly cancelWindow: Millis
  /** [SE7] What incidents get that are declared now: the method's, and what was chosen in its place. */
  readonly cadence: Cadence
  readonly methodCadence: Cadence
  /** [AP4] The severities in which what customers read has to be approved before it leaves. */
  readonly approvalFor: readonly Severity[]
  /** [HP2] Whether even the unchanged holding post has to be approved. */
  readonly holdingApproval: boolean
  /** [AU12] Who is informed of incidents that are declared now: the team's table, else the method's. */
  readonly audiences: AudienceMatrix
  readonly methodAudiences: AudienceMatrix
  /** [RM1] What a war room and its timeline repeat of each other, unless an incident has a choice of its own. */
  readonly mirror: MirrorMode
  /** [LN10] What the check of a text does about a promised time of repair. */
  readonly repairTime: LintSettings['repairTime']
}

/** The choices for the cancel window, in wall-clock milliseconds. */
export const cancelWindows: readonly Millis[] = [0, 3_000, 5_000, 10_000, 30_000, 60_000]

/** What a client asks to change; what is left out stays. */
export interface EngineSettingsChange {
  readonly me?: string | null | undefined
  readonly cancelWindow?: Millis | undefined
  readonly cadence?: CadenceOverrides | undefined
  readonly approvalFor?: readonly Severity[] | undefined
  readonly holdingApproval?: boolean | undefined
  /** Null: as the method says. */
  readonly audiences?: AudienceMatrix | null | undefined
  readonly mirror?: MirrorMode | undefined
  readonly repairTime?: LintSettings['repairTime'] | undefined
  /** [SE8] What the client showed of what it changes; what someone else has set otherwise meanwhile is not replaced. */
  readonly was?: SettingsGround | undefined
}

/** Values of settings as a client read them. */
export interface SettingsGround extends Omit<EngineSettingsChange, 'audiences' | 'was'> {
  readonly audiences?: AudienceMatrix | undefined
}
