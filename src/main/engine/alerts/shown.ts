import { type AlertGroups, type HidingRule, MOST_GROUPS } from '../../../shared/contract/alerts'
import type { AlertRow } from '../../../shared/contract/views'
import { type AlertGroup, byUrgency } from '../../../shared/domain/alerts/group'
import type { AlertIndex } from '../../../shared/domain/alerts/index-of-alerts'
import { hiddenBy, type NoiseRule } from '../../../shared/domain/alerts/noise'
import type { Millis } from '../../../shared/lib/time'

/** Which groups are hidden, remembered until the group or the rules change. */
export interface Hidden {
  ruleOf(group: string): NoiseRule | undefined
  /** Forgets what it knew of these groups; of all where none are named. */
  forget(groups?: Iterable<string>): void
}

/** @param active the rules in force now */
export function hiddenGroups(
  index: AlertIndex<AlertRow>,
  active: () => readonly NoiseRule[],
  now: () => Millis,
): Hidden {
  const known = new Map<string, NoiseRule | undefined>()
  return {
    ruleOf(id) {
      if (known.has(id)) return known.get(id)
      const rules = active()
      const rule = rules.length === 0 ? undefined : hiddenBy(id, openRows(index, id), rules, now())
      known.set(id, rule)
      return rule
    },
    forget(groups) {
      if (groups === undefined) known.clear()
      for (const id of groups ?? []) known.delete(id)
    },
  }
}

function openRows(index: AlertIndex<AlertRow>, group: string): readonly AlertRow[] {
  return index.members(group).flatMap(({ row, clearedAt }) => (clearedAt === null ? [row] : []))
}

/** [AG8] [AG9] [AG10] What screens get: the first of the groups, and what is kept from them. */
export function shownGroups(
  groups: readonly AlertGroup[],
  ruleOf: Hidden['ruleOf'],
  rules: readonly NoiseRule[],
): AlertGroups {
  const hiding = new Map<string, HidingRule>(rules.map(rule => [rule.id, { rule, groups: 0, alerts: 0 }]))
  const shown: AlertGroup[] = []
  let open = 0
  for (const group of groups) {
    if (group.open === 0) continue
    open += group.open
    const hider = hiding.get(ruleOf(group.id)?.id ?? '')
    if (hider === undefined) shown.push(group)
    else hiding.set(hider.rule.id, { ...hider, groups: hider.groups + 1, alerts: hider.alerts + group.open })
  }
  shown.sort(byUrgency)
  const moreGroups = Math.max(0, shown.length - MOST_GROUPS)
  return { groups: shown.slice(0, MOST_GROUPS), moreGroups, open, hiding: [...hiding.values()] }
}
