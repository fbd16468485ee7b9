import { type HidingRule, MOST_GROUPS, type OpenAlerts } from '../../../shared/contract/alerts'
import { type AlertGroup, groupsByUrgency } from '../../../shared/domain/alerts/group'
import type { NoiseRule } from '../../../shared/domain/alerts/noise'

/**
 * [AG8] [AG9] [AG10] What sessions get: the first of the groups, and what is suppressed of them. A group is suppressed
 * only while every open alert in it is.
 */
export function shownGroups(
  groups: readonly AlertGroup[],
  suppressed: ReadonlyMap<string, NoiseRule>,
  rules: readonly NoiseRule[],
  groupOf: (alert: string) => string | undefined,
): Omit<OpenAlerts, 'revision' | 'first'> {
  const byGroup = hiddenInGroups(suppressed, groupOf)
  const shown: AlertGroup[] = []
  const gone = new Set<string>()
  let [open, firing] = [0, 0]
  for (const group of groups) {
    if (group.open === 0) continue
    open += group.open
    firing += group.states.firing
    if (byGroup.get(group.id)?.alerts === group.open) gone.add(group.id)
    else shown.push(group)
  }
  shown.sort(groupsByUrgency)
  return {
    groups: shown.slice(0, MOST_GROUPS),
    moreGroups: Math.max(0, shown.length - MOST_GROUPS),
    ...{ open, firing },
    hiding: rules.map(rule =>
      hidingOf(rule, suppressed, [...gone].filter(id => byGroup.get(id)?.rules.has(rule.id)).length),
    ),
  }
}

interface HiddenInGroup {
  alerts: number
  readonly rules: Set<string>
}

function hiddenInGroups(
  suppressed: ReadonlyMap<string, NoiseRule>,
  groupOf: (alert: string) => string | undefined,
): ReadonlyMap<string, HiddenInGroup> {
  const byGroup = new Map<string, HiddenInGroup>()
  for (const [alert, rule] of suppressed) {
    const id = groupOf(alert) ?? ''
    const known = byGroup.get(id) ?? { alerts: 0, rules: new Set() }
    known.alerts += 1
    known.rules.add(rule.id)
    byGroup.set(id, known)
  }
  return byGroup
}

function hidingOf(rule: NoiseRule, suppressed: ReadonlyMap<string, NoiseRule>, groups: number): HidingRule {
  let alerts = 0
  for (const hider of suppressed.values()) if (hider.id === rule.id) alerts += 1
  return { rule, groups, alerts }
}
