import type { Millis } from '../lib/time'
import type { Audience } from './audience'
import type { EventId } from './ids'
import type { Actor } from './people'

/** How a person tells others without a channel of ours. */
export const toldHow = ['call', 'in-person', 'message', 'meeting'] as const
export type ToldHow = (typeof toldHow)[number]

/** [AU6] Why an audience does not hear now. */
export interface PutOff {
  readonly event: EventId
  /** Null: it need not hear of this incident. */
  readonly until: Millis | null
  readonly reason: string
  readonly by: Actor
  readonly at: Millis
}

/** [AU7] What a person told an audience, in no channel of ours. */
export interface ToldByHand {
  readonly event: EventId
  readonly audience: Audience
  readonly how: ToldHow
  readonly what: string
  /** When they were told. */
  readonly at: Millis
  readonly by: Actor
  /** Null: nothing was promised. */
  readonly promise: Millis | null
}

/** [AU4] What those hear of who are told when something changes. */
export const changes = ['severity', 'status', 'impact'] as const
export interface Change {
  readonly at: Millis
  readonly what: (typeof changes)[number]
}

export interface AudienceClocks {
  /** [AU2] When each audience that the method wants told at the start has its first notice due, told or not. */
  readonly firstNoticeTo: Readonly<Partial<Record<Audience, Millis>>>
  readonly putOffs: Readonly<Partial<Record<Audience, PutOff>>>
  /** In the order of the log. */
  readonly toldByHand: readonly ToldByHand[]
  /** In the order of the log. */
  readonly changes: readonly Change[]
}
