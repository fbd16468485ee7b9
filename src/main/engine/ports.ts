import type { Connection, PanelSpec } from '../../shared/contract/connections'
import type { DependsOn } from '../../shared/domain/alerts/dependencies'
import type { AudienceMatrix } from '../../shared/domain/audience-matrix'
import type { CadenceOverrides } from '../../shared/domain/cadence'
import type { ConnectionId } from '../../shared/domain/ids'
import type { LintSettings } from '../../shared/domain/lint/lint-finding'
import type { MirrorMode } from '../../shared/domain/mirror'
import type { Severity } from '../../shared/domain/severity'
import type { Reply } from '../../shared/lib/reply'
import type { Millis } from '../../shared/lib/time'

/** What the engine asks of its host. Time and chance are ports too, so that tests own them. */

export interface Clock {
  now(): Millis
  /** Clock milliseconds per wall-clock millisecond: 1, or a drill's speed. */
  readonly rate: number
  /**
   * Runs once when the clock reaches `instant`, at once when it is past; returns its stop. Reads the clock again on
   * waking, so that on a laptop that slept it runs neither early nor twice.
   */
  at(instant: Millis, run: () => void): () => void
}

/** Tokens by connection. A token leaves the vault only into a vendor's client. */
export interface Secrets {
  read(connection: ConnectionId): string | null
  write(connection: ConnectionId, token: string): void
  forget(connection: ConnectionId): void
  /** Where a token is stored, in plain words, such as "in this computer's keychain". */
  readonly place: string
}

export interface Settings {
  readonly me: string | null
  readonly connections: readonly Connection[]
  readonly panels: readonly PanelSpec[]
  /** The cancel window of a publication, in wall-clock milliseconds. */
  readonly cancelWindow: Millis
  /** [SE7] What is absent is as the method says. */
  readonly cadence?: CadenceOverrides | undefined
  /** Of earlier versions: approval for all severities, or for none. */
  readonly approval?: boolean | undefined
  /** [AP4] The severities in which what customers read has to be approved; absent: none. */
  readonly approvalFor?: readonly Severity[] | undefined
  /** [HP2] Whether even the unchanged holding post has to be approved; absent: it has not. */
  readonly holdingApproval?: boolean | undefined
  /** [AU12] Null or absent: as the method says. */
  readonly audiences?: AudienceMatrix | null | undefined
  /** [RM1] Absent: the default. */
  readonly mirror?: MirrorMode | undefined
  /** [LN10] What the check of a text does about a promised time of repair; absent: as it ships. */
  readonly repairTime?: LintSettings['repairTime'] | undefined
  /** Services that a service needs to work, by name; alerts of both are one group. */
  readonly dependsOn?: DependsOn
}

export interface SettingsStore {
  read(): Settings
  write(change: Partial<Settings>): void
}

export interface Logger {
  info(message: string, facts?: object): void
  warn(message: string, facts?: object): void
  error(message: string, facts?: object): void
}

/** Notifies a person whose window is hidden; a host without notifications does nothing. */
export type Notify = (title: string, body: string) => void

/** What a thread of the engine starts with. */
export interface WorkerEntry {
  /** `main/worker`, as it was built or as its source. */
  readonly file: URL
  /** Words for Node that it needs before it is read. */
  readonly execArgv: readonly string[]
}

/** Prints a page that needs no network and has no scripts. */
export interface PdfPrinter {
  /** The bytes of the PDF, or why there are none, in the words of what prints. */
  print(html: string): Promise<Reply<Uint8Array, string>>
}

export interface HostPorts {
  readonly clock: Clock
  /** Milliseconds since this computer started, its sleep included; absent: nobody watches whether the clock is set. */
  readonly uptime?: () => Millis
  readonly secrets: Secrets
  readonly settings: SettingsStore
  readonly logger: Logger
  readonly notify: Notify
  readonly random: () => number
  /** Name of the person at this machine until they say another. */
  readonly defaultName: string
  readonly worker: WorkerEntry
  /** Absent: this host cannot print. */
  readonly pdf?: PdfPrinter | undefined
}
