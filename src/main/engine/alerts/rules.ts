import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { isActive, type NoiseRule } from '../../../shared/domain/alerts/noise'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { notFound, refused } from '../decision'
import type { WritableDb } from '../storage/database'
import { readNoiseRules, writeNoiseRules } from '../storage/noise-rules'
import { storageFault } from '../storage-fault'

/** More than a person can keep in mind; each is held against every group that changes. */
const MOST_RULES = 100

const noSuchRule = notFound('no-such-noise-rule')

/**
 * The noise rules of this data folder. They stand in its database and not in the settings, because they say who hid what
 * and when, like the rest of the record, and because a drill has a folder but no settings of its own.
 */
export interface NoiseRules {
  all(): readonly NoiseRule[]
  active(now: Millis): readonly NoiseRule[]
  /** When the next rule runs out, or undefined. */
  nextEnd(now: Millis): Millis | undefined
  /**
   * A rule that takes the place of another ends it. Faults: `refused` for a time that is past, or too many rules;
   * `not-found` for the other one; `not-stored`, `storage-unknown`. A rule that is there is answered.
   */
  hide(input: Parsed<'alerts:hide'>, by: string, now: Millis): Reply<NoiseRule, Fault>
  /** Faults: `not-found`, `not-stored`, `storage-unknown`. A rule that has ended is answered as it is. */
  unhide(input: Parsed<'alerts:unhide'>, by: string, now: Millis): Reply<NoiseRule, Fault>
}

export function openNoiseRules(db: WritableDb): NoiseRules {
  const rules = new Map(readNoiseRules(db).map(rule => [rule.id, rule]))
  const active = (now: Millis) => [...rules.values()].filter(rule => isActive(rule, now))

  /** All of them or none. */
  function write(rule: NoiseRule, ended?: NoiseRule): Reply<NoiseRule, Fault> {
    try {
      writeNoiseRules(db, ended === undefined ? [rule] : [rule, ended])
    } catch (cause) {
      return fail(storageFault(cause, 'stored-rule'))
    }
    if (ended !== undefined) rules.set(ended.id, ended)
    rules.set(rule.id, rule)
    return ok(rule)
  }

  return {
    all: () => [...rules.values()],
    active,
    nextEnd(now) {
      const ends = active(now).flatMap(({ until }) => until ?? [])
      return ends.length === 0 ? undefined : Math.min(...ends)
    },
    hide({ rule: id, match, reason, until, replaces }, by, now) {
      const known = rules.get(id)
      if (known !== undefined) return ok(known)
      if (until !== null && until <= now) return refused('time-past')
      if (active(now).length >= MOST_RULES) return refused('noise-rules-full', { most: MOST_RULES })
      const old = replaces === undefined ? undefined : rules.get(replaces)
      if (replaces !== undefined && old === undefined) return noSuchRule
      const ended = old !== undefined && isActive(old, now) ? { ...old, endedAt: now, endedBy: by } : undefined
      return write({ id, match, reason, until, setBy: by, setAt: now, endedAt: null, endedBy: null }, ended)
    },
    unhide({ rule: id }, by, now) {
      const known = rules.get(id)
      if (known === undefined) return noSuchRule
      return isActive(known, now) ? write({ ...known, endedAt: now, endedBy: by }) : ok(known)
    },
  }
}
