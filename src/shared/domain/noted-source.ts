import type { Millis } from '../lib/time'
import { ageOf, type FreshnessState } from './freshness'
import type { PanelFact } from './method/panel-meaning'

/** What is read of other systems. */
export const notedKinds = [
  'alerts',
  'panels',
  'components',
  'on-call',
  'rules',
  'deploys',
  'annotations',
  'proposals',
] as const
export type NotedKind = (typeof notedKinds)[number]

export const notedStates = ['waiting', 'fresh', 'late', 'refused', 'down'] as const satisfies readonly FreshnessState[]

/** One value as people read it: a panel's figure, an alert, a component, a person on call. */
export interface NotedValue {
  readonly name: string
  readonly value: string
  /** When it was true; absent: when its source was. */
  readonly at?: Millis | undefined
  /** Why it could not be read again though its source answers. */
  readonly trouble?: string | undefined
  /** [HC6] What of the impact it measures; absent: nothing. */
  readonly means?: PanelFact | undefined
}

/** [HC3] What another system showed when a handoff was written, or last before it. */
export interface NotedSource {
  readonly name: string
  readonly what: NotedKind
  readonly state: FreshnessState
  /** When its values were true; null: it was never read. */
  readonly trueAt: Millis | null
  /** What was wrong, in its own words; empty for nothing. */
  readonly reason: string
  readonly values: readonly NotedValue[]
  /** Values that were left out. */
  readonly more: number
}

/** Only `now` was current then; all else is of before. */
export type NotedStatus =
  | { readonly as: 'now'; readonly age: Millis }
  /** A null age: of a time that is still ahead, because a clock was set back. */
  | { readonly as: 'last-known'; readonly since: Millis; readonly age: Millis | null }
  | { readonly as: 'never' }

/** [HC3] The state of a source at `now`; it also becomes stale when nothing else happens. */
export function notedStatus({ state, trueAt }: NotedSource, now: Millis): NotedStatus {
  if (trueAt === null) return { as: 'never' }
  const age = ageOf(trueAt, now)
  return state === 'fresh' && age !== null ? { as: 'now', age } : { as: 'last-known', since: trueAt, age }
}
