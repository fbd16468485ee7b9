import type { Millis } from '../lib/time'
import type { Actor } from './people'
import type { TimeSource } from './stated-time'

/** [MI1] Times that are recorded of an incident, in the order in which a review reads them. */
export const milestoneNames = [
  'started',
  'detected',
  'acknowledged',
  'responded',
  'engaged',
  'first-notice',
  'mitigated',
  'resolved',
  'reopened',
  'review-held',
] as const
export type MilestoneName = (typeof milestoneNames)[number]

/** [RT1] Those that a method may want within a time. */
export const targetNames = ['acknowledged', 'responded', 'engaged', 'first-notice'] as const
export type TargetName = (typeof targetNames)[number]

/** What set it: what happened in the record, how the incident was detected, or a person who stated it. */
export type MilestoneSource = TimeSource['kind'] | 'role' | 'work' | 'update' | 'status' | 'detection'

export interface KeptTime {
  readonly at: Millis
  readonly from: MilestoneSource
  readonly by: Actor
}

/** [MI3] A person stated another time than was known. */
export interface TimeCorrection {
  readonly milestone: MilestoneName
  /** Null: none was known. */
  readonly from: Millis | null
  /** Null: it was not reached after all. */
  readonly to: Millis | null
  readonly by: Actor
  readonly at: Millis
}

export interface TimesKept {
  readonly timesKept: Readonly<Partial<Record<MilestoneName, KeptTime>>>
  /** Oldest first. */
  readonly timeCorrections: readonly TimeCorrection[]
  /** [RT1] By when each was wanted; one that no method asked for is absent. */
  readonly targets: Readonly<Partial<Record<TargetName, Millis>>>
  /** Since when it is monitored or resolved; null: it is neither. */
  readonly calmSince: Millis | null
}

/** [RT4] By when a milestone was wanted, and how long after that it was reached, or is not (up to when it was calm); undefined: it has no target. */
export function targetOf({ timesKept, targets, calmSince }: TimesKept, milestone: MilestoneName, now: Millis) {
  const dueAt = targets[milestone as TargetName]
  if (dueAt === undefined) return undefined
  const reachedAt = timesKept[milestone]?.at
  return { dueAt, isReached: reachedAt !== undefined, late: Math.max(0, (reachedAt ?? calmSince ?? now) - dueAt) }
}

/** What cannot come after it, by what it is. An incident may be mitigated before anybody has acknowledged it. */
const notBefore: Readonly<Partial<Record<MilestoneName, readonly MilestoneName[]>>> = {
  started: milestoneNames.slice(1),
  detected: ['acknowledged', 'responded', 'engaged', 'first-notice', 'resolved', 'review-held'],
  mitigated: ['resolved', 'review-held'],
  resolved: ['reopened', 'review-held'],
}

/** [MI4] Two of them that would be in an order that cannot be, with that time; undefined: it can be. */
export function impossibleOrder({ timesKept }: Pick<TimesKept, 'timesKept'>, milestone: MilestoneName, at: Millis) {
  for (const [earlier, others] of Object.entries(notBefore) as [MilestoneName, readonly MilestoneName[]][])
    for (const later of others) {
      if (earlier !== milestone && later !== milestone) continue
      const [first, second] = [earlier, later].map(name => (name === milestone ? at : timesKept[name]?.at))
      if (first !== undefined && second !== undefined && second < first) return { earlier, later }
    }
  return undefined
}
