import type { Millis } from '../lib/time'
import type { EventId, OutboxItemId } from './ids'
import type { Actor, Assignment } from './people'
import type { Severity } from './severity'
import type { ConfirmedTime } from './stated-time'
import type { Status } from './status'

/** A value that an event gave to something, as long as no later event that had seen it gave another. */
export interface Claim<Value> {
  readonly event: EventId
  /** Who wrote it, and its place there; null: all events after it had seen it. */
  readonly stamp: { readonly origin: string; readonly counter: number } | null
  readonly at: Millis
  readonly by: Actor
  readonly value: Value
}

/**
 * [CF1] The statements about each thing at the end of the log, in the order of the log: one value, or several by
 * machines that had not heard of each other.
 */
export interface Claims {
  readonly severity: readonly Claim<Severity>[]
  readonly status: readonly Claim<Status>[]
  readonly title: readonly Claim<string>[]
  readonly impact: readonly Claim<string>[]
  readonly started: readonly Claim<ConfirmedTime>[]
  readonly ended: readonly Claim<ConfirmedTime>[]
  /** Null: none is promised. */
  readonly promised: readonly Claim<Millis | null>[]
  /** [UP9] By the audience, but customers. Null: none is promised. */
  readonly promisedTo: Readonly<Record<string, readonly Claim<Millis | null>[]>>
  /** By `RoleKey`. */
  readonly roles: Readonly<Record<string, readonly Claim<Assignment>[]>>
  /** [AP3] By message, the text that was approved; one that was sent back has `sent-back:` before its hash. */
  readonly approvals: Readonly<Record<string, readonly Claim<string>[]>>
  /** By `UpdateId`. */
  readonly publishing: Readonly<Record<string, readonly Claim<OutboxItemId>[]>>
}

export const noClaims: Claims = {
  ...{ severity: [], status: [], title: [], impact: [], started: [], ended: [], promised: [] },
  ...{ promisedTo: {}, roles: {}, approvals: {}, publishing: {} },
}

/** Of each origin, up to which event of each other it had seen all when it last wrote. */
export type SeenBy = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What a person can settle; a role as `role:ic`, the approval of a message as `approval:` and its id. */
export type ConflictAbout = 'severity' | 'status' | 'title' | 'impact' | `role:${string}` | `approval:${string}`

/** [CF2] Things that machines gave different values that had not heard of each other: until a person settles it. */
export interface Conflict {
  readonly about: ConflictAbout
  /** In the order of the log. */
  readonly sides: readonly Claim<string>[]
}

/** [CF2] What is open at the end of the log; from the log alone, so that every machine asks the same. */
export function openConflicts({ claims }: { readonly claims: Claims }): readonly Conflict[] {
  const { severity, status, title, impact, roles, approvals } = claims
  const byName = Object.entries({ severity, status, title, impact }) as [ConflictAbout, readonly Claim<string>[]][]
  const held = Object.entries(roles).map(([key, sides]): [ConflictAbout, readonly Claim<string>[]] => [
    `role:${key}`,
    sides.map(side => ({ ...side, value: side.value.responder.id })),
  ])
  const approved = Object.entries(approvals).map(([message, sides]): [ConflictAbout, readonly Claim<string>[]] => [
    `approval:${message}`,
    sides,
  ])
  return [...byName, ...held, ...approved]
    .filter(([, sides]) => new Set(sides.map(({ value }) => value)).size > 1)
    .map(([about, sides]) => ({ about, sides }))
}
