import type { EngineLink } from '../../shared/contract/link'
import type { AlarmStore } from './alarm-store'
import type { AlertListStore } from './alert-list-store'
import type { BoardStore } from './board-store'
import type { BrowserSettingsStore } from './browser-settings'
import type { EngineCommands } from './commands'
import type { Editing } from './editing-store'
import type { FaultStore } from './fault-store'
import type { FocusStore } from './focus-store'
import type { IncidentStore } from './incident-store'
import type { LookStore } from './look-store'
import type { NowStore } from './now-store'
import type { Pictures } from './pictures'
import type { JumpStore, SelectionStore } from './selection-store'
import type { SessionStore } from './session-store'
import type { WaitingKeys } from './waiting-keys'

/** Everything that a feature can use: the link, the stores that it feeds, and the ways to call the engine. */
export interface Cockpit {
  readonly link: EngineLink
  readonly session: SessionStore
  readonly now: NowStore
  readonly incident: IncidentStore
  /** [HL1] Requests to other systems without an incident. */
  readonly house: IncidentStore
  readonly board: BoardStore
  readonly alertList: AlertListStore
  readonly selection: SelectionStore
  readonly focus: FocusStore
  /** A line found by the search over all incidents. */
  readonly sought: JumpStore
  readonly waitingKeys: WaitingKeys
  readonly faults: FaultStore
  readonly pictures: Pictures
  readonly screen: BrowserSettingsStore
  readonly look: LookStore
  readonly alarms: AlarmStore
  readonly commands: EngineCommands
  readonly editing: Editing
}
