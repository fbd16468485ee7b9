import type { FilledTemplate } from '../../../../shared/contract/comms'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Status } from '../../../../shared/domain/status'
import type { Channel, ComponentStatus, Stage, UpdateContent } from '../../../../shared/domain/update'
import type { Millis } from '../../../../shared/lib/time'

/** [UP10] Another channel that the same message goes to. */
export interface AlsoTo {
  readonly update: UpdateId
  readonly channel: Channel
  /** Its own words; null: the same as in the first channel. */
  readonly own: OwnText | null
  /** What the engine had of it when it was taken up or last kept; null: nothing. */
  readonly was: UpdateContent | null
}

export interface OwnText {
  readonly title: string
  readonly body: string
}

/** An update while it is written. */
export interface ComposerState {
  readonly update: UpdateId
  /** It began as a draft that the engine has. */
  readonly resumed: boolean
  readonly template: string | null
  /** The template's last answer; null before the first, and for a text that came from no template. */
  readonly filled: FilledTemplate | null
  /** What the writer typed into the template's fields. */
  readonly typed: Readonly<Record<string, string>>
  readonly stage: Stage
  readonly channel: Channel | null
  /** [UP10] Where it goes besides. */
  readonly also: readonly AlsoTo[]
  /** [UP9] The name of whom it is for where customers do not read it; empty: colleagues in general. */
  readonly internal: string
  readonly title: string
  readonly body: string
  /** The text is the writer's now: the template no longer overwrites it. */
  readonly byHand: boolean
  readonly status: Status
  readonly statusChosen: boolean
  readonly components: Readonly<Record<string, ComponentStatus>>
  /** What the page showed of each when it was chosen. */
  readonly before: Readonly<Record<string, ComponentStatus>>
  readonly notify: boolean
  /** The promise as the writer chose it; null: as the severity's rhythm says. */
  readonly promise: Millis | null
  /** The span that the writer chose for it, in minutes. */
  readonly promisedMinutes: number | null
}
