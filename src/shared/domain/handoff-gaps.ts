import * as check from './handoff-checks'
import type { HandoffGap, HandoffGround } from './handoff-gap'

/** [GC1] Every check there is, the gravest first. What is not in this list is not checked. */
const checks = {
  updates: check.updatesOnTheirWay,
  roles: check.rolesHeld,
  impact: check.impactStatedAtAll,
  times: check.timesConfirmed,
  checkpoints: check.checkpointsHeld,
  answers: check.checkpointAnswers,
  nextCheckpoint: check.nextCheckpoint,
  customers: check.customersUpdated,
  drafts: check.draftsLeft,
  tasks: check.tasksOwned,
  requests: check.requestsSettled,
  messages: check.messagesWaiting,
  events: check.eventsFolded,
} as const satisfies Readonly<Record<string, check.HandoffCheck>>

export type CheckName = keyof typeof checks
const names = Object.keys(checks) as readonly CheckName[]

export interface HandoffReview {
  readonly gaps: readonly HandoffGap[]
  readonly lookedAt: readonly CheckName[]
  /** What could not be checked: nothing is reported about it. */
  readonly notLookedAt: readonly CheckName[]
  /** What was checked and lacks nothing. */
  readonly found: readonly CheckName[]
}

/**
 * [HG1] What a handoff of this incident lacks, and which checks were made to find out. A check that does not apply
 * (roles of a resolved incident) is in neither list.
 */
export function reviewHandoff(ground: HandoffGround): HandoffReview {
  const results = names.map(name => [name, checks[name](ground)] as const)
  const where = (fits: (result: check.CheckResult) => boolean) =>
    results.flatMap(([name, result]) => (fits(result) ? [name] : []))
  return {
    gaps: results.flatMap(([, result]) => (typeof result === 'string' ? [] : result)),
    lookedAt: where(result => typeof result !== 'string'),
    notLookedAt: where(result => result === 'cannot-look'),
    found: where(result => typeof result !== 'string' && result.length === 0),
  }
}

/** “9 of 12 known”. */
export interface KnownCount {
  readonly known: number
  readonly asked: number
}

/** [HG2] What could not be checked is asked and not known; what does not apply is not asked. */
export function knownOf({ found, lookedAt, notLookedAt }: HandoffReview): KnownCount {
  return { known: found.length, asked: lookedAt.length + notLookedAt.length }
}
