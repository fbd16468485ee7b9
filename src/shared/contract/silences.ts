import type { CodedReason } from '../domain/coded'
import type { ConnectionId } from '../domain/ids'
import type { Millis } from '../lib/time'

/** A silence at an Alertmanager, as a person set it there. */
export interface SilenceRow {
  /** `connection/id`. */
  readonly id: string
  readonly connection: ConnectionId
  /** Who set it; empty: the vendor does not say. */
  readonly by: string
  readonly why: string
  readonly from: Millis
  readonly until: Millis
  /** All must hold; as Alertmanager writes them: `service="checkout"`. */
  readonly matchers: readonly string[]
  /** How many open alerts it hides now. */
  readonly hides: number
}

export interface SilenceList {
  /** Those that hide most first; one that has not begun yet is among them, one that is over is not. */
  readonly silences: readonly SilenceRow[]
  /** Systems that can be asked for silences. */
  readonly asked: number
  /** Systems that did not answer, with their words. */
  readonly problems: readonly (CodedReason & { readonly connection: ConnectionId; readonly message: string })[]
}
