import type { NoiseRule } from '../../domain/alerts/noise'
import { actorName } from '../../domain/people'
import { newWorkspace, type WorkspaceState } from '../../domain/workspace'
import type { EventOf } from './define-part'

/** [AG15] Rules after those of before came; a second time changes nothing. */
export function withCarried(
  { rules, carried }: WorkspaceState = newWorkspace,
  { body }: EventOf<'suppression-rules-carried'>,
): Partial<WorkspaceState> {
  if (carried) return {}
  const known = new Set(rules.map(({ id }) => id))
  return { carried: true, rules: [...body.rules.filter(({ id }) => !known.has(id)), ...rules] }
}

/** [AG15] Rules after one more was set. One of an id that is there stays as it is; an ended one is ended once. */
export function withSet(
  { rules }: WorkspaceState = newWorkspace,
  { body, at, by }: EventOf<'suppression-rule-set'>,
): Partial<WorkspaceState> {
  const { rule: id, match, reason, until, replaces } = body
  if (rules.some(known => known.id === id)) return {}
  const who = actorName(by)
  const fresh = { id, match, reason, until, setBy: who, setAt: at, endedAt: null, endedBy: null }
  const before = rules.map(rule =>
    rule.id === replaces && rule.endedAt === null ? { ...rule, endedAt: at, endedBy: who, replacedBy: id } : rule,
  )
  return { rules: [...before, replaces === undefined ? fresh : { ...fresh, replaces }] }
}

/** [AG15] Rules after one was ended by a person. */
export function withEnded(
  { rules }: WorkspaceState = newWorkspace,
  { body, at, by }: EventOf<'suppression-rule-ended'>,
): Partial<WorkspaceState> {
  const ended = (rule: NoiseRule) => ({ ...rule, endedAt: at, endedBy: actorName(by) })
  return { rules: rules.map(rule => (rule.id === body.rule && rule.endedAt === null ? ended(rule) : rule)) }
}
