import { MINUTE, type Millis } from '../lib/time'
import { type Audience, audienceName } from './audience'
import { personKey } from './people'
import type { Severity } from './severity'

/** What follows something else than a clock. */
export const followings = ['with every customer update', 'when it changes', 'as it happens', 'never'] as const
export type Following = (typeof followings)[number]

/** After its first notice: minutes from one to the next, or what it follows. */
export type AudienceRhythm = number | Following

/** How soon and how often an audience hears at one severity. */
export type AudiencePace =
  | Exclude<Following, 'when it changes'>
  | { readonly first: number | 'at once'; readonly next: AudienceRhythm }

/** [AU1] One audience of the matrix. */
export interface AudienceRow {
  readonly id: string
  readonly name: string
  /** Those whom the record has names for anyway: customers, or colleagues in general; absent: they are addressed by name. */
  readonly as?: 'customers' | 'colleagues' | undefined
  /** What they have to hear, in a sentence. */
  readonly needs: string
  /** Kinds of channels or names of the team's own, the usual one first; empty: in person. */
  readonly channels: readonly string[]
  /** Absent of customers alone, whose pace is that of the severity levels. */
  readonly cadence?: Readonly<Record<Severity, AudiencePace>> | undefined
}

/** [AU1] Who is told of an incident. */
export interface AudienceMatrix {
  /** Minutes after what they follow within which an audience is told. */
  readonly follow: number
  readonly audiences: readonly AudienceRow[]
}

/** By what the record calls a row of the matrix. */
export function audienceOfRow({ as, name }: Pick<AudienceRow, 'as' | 'name'>): Audience {
  return as ?? `named:${name}`
}

/** The row of an audience, however its name is written; undefined: the matrix has none. */
export function rowOf(matrix: AudienceMatrix | undefined, audience: Audience): AudienceRow | undefined {
  const name = audienceName(audience)
  return matrix?.audiences.find(row =>
    name === null ? row.as === audience : row.as !== 'customers' && personKey(row.name) === personKey(name),
  )
}

/** [AU2] From declaring, reopening or a raised severity to the first notice; null: none is wanted at a certain time. */
export function firstNoticeSpan({ cadence }: AudienceRow, severity: Severity): Millis | null {
  const pace = cadence?.[severity]
  if (pace === undefined || typeof pace === 'string') return null
  return pace.first === 'at once' ? 0 : pace.first * MINUTE
}

/** [AU2] What sets the next notice after one was given. */
export function rhythmOf({ cadence }: AudienceRow, severity: Severity): AudienceRhythm {
  const pace = cadence?.[severity] ?? 'as it happens'
  return typeof pace === 'string' ? pace : pace.next
}

/** [AU2] From one notice to the next; null: no clock, or what it follows, says when. */
export function nextNoticeSpan(row: AudienceRow, severity: Severity): Millis | null {
  const rhythm = rhythmOf(row, severity)
  return typeof rhythm === 'number' ? rhythm * MINUTE : null
}
