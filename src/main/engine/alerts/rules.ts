import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { isActive, type NoiseRule } from '../../../shared/domain/alerts/noise'
import { newId, type RequestId } from '../../../shared/domain/ids'
import type { Actor } from '../../../shared/domain/people'
import type { EventDraft } from '../../../shared/events/define'
import { suppressionRuleEnded } from '../../../shared/events/suppression-rule-ended'
import { suppressionRuleSet } from '../../../shared/events/suppression-rule-set'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { conflict, notFound, refused } from '../record/decision'
import type { Ledger } from '../record/ledger'

/** More than a person can keep in mind; each is held against every group that changes. */
const MOST_RULES = 100

const noSuchRule = notFound('no-such-noise-rule')

/**
 * [AG15] The suppression rules of this data folder. They are events of its own stream and no settings, because they
 * record who suppressed what and when, like the rest of the record, and because a drill has a folder but no settings of
 * its own.
 */
export interface NoiseRuleBook {
  all(): readonly NoiseRule[]
  active(now: Millis): readonly NoiseRule[]
  /** When the next rule runs out, or undefined. */
  nextEnd(now: Millis): Millis | undefined
  /**
   * A rule that replaces another ends it. Faults: `refused` for a time that is past, or too many rules; `not-found` for
   * the other one, `conflict` if another person changed or ended it meanwhile; `not-stored`, `storage-unknown`. A rule
   * that exists already is returned.
   */
  hide(input: Parsed<'alerts:hide'>, by: Actor, now: Millis): Reply<NoiseRule, Fault>
  /**
   * Faults: `not-found`, `conflict` if another person changed it meanwhile, so that ending it would not show anything
   * again; `not-stored`, `storage-unknown`. A rule that has ended is returned as it is.
   */
  unhide(input: Parsed<'alerts:unhide'>, by: Actor, now: Millis): Reply<NoiseRule, Fault>
}

export function openNoiseRules({
  workspace,
  record,
  commit,
}: Pick<Ledger, 'workspace' | 'record' | 'commit'>): NoiseRuleBook {
  const all = () => record(workspace)?.incident.workspace?.rules ?? []
  const find = (id: NoiseRule['id']) => all().find(rule => rule.id === id)
  const active = (now: Millis) => all().filter(rule => isActive(rule, now))

  function write(id: NoiseRule['id'], event: EventDraft, now: Millis): Reply<NoiseRule, Fault> {
    const written = commit(workspace, newId<RequestId>(), { events: [event] }, now)
    if (!written.ok) return written
    const rule = find(id)
    return rule === undefined ? noSuchRule : ok(rule)
  }

  return {
    all,
    active,
    nextEnd(now) {
      const ends = active(now).flatMap(({ until }) => until ?? [])
      return ends.length === 0 ? undefined : Math.min(...ends)
    },
    hide(input, by, now) {
      const { rule: id, until, replaces } = input
      const known = find(id)
      if (known !== undefined) return ok(known)
      if (until !== null && until <= now) return refused('time-past')
      if (active(now).length >= MOST_RULES) return refused('noise-rules-full', { most: MOST_RULES })
      const old = replaces === undefined ? undefined : find(replaces)
      if (replaces !== undefined && old === undefined) return noSuchRule
      return changedMeanwhile(old, 'ended too') ?? write(id, suppressionRuleSet.draft(input, now, by), now)
    },
    unhide({ rule: id }, by, now) {
      const known = find(id)
      if (known === undefined) return noSuchRule
      const changed = changedMeanwhile(known, 'changed only')
      if (changed !== undefined) return changed
      if (!isActive(known, now)) return ok(known)
      return write(id, suppressionRuleEnded.draft({ rule: id, reason: known.reason }, now, by), now)
    },
  }
}

/** [AG15] Refuses the second of two people who change one rule; an expired rule may be set again. */
function changedMeanwhile(rule: NoiseRule | undefined, when: 'changed only' | 'ended too') {
  const { endedBy: who = null, replacedBy } = rule ?? {}
  if (who === null) return undefined
  if (replacedBy !== undefined) return conflict('noise-rule-changed', { who })
  return when === 'ended too' ? conflict('noise-rule-ended', { who }) : undefined
}
