import type { AlertRow } from '../../../shared/contract/alert-rows'
import { compileMatch, type NoiseRule, type NoiseTest } from '../../../shared/domain/alerts/noise'
import type { NoiseRuleId } from '../../../shared/domain/ids'
import type { AlertIndex } from './index-of-alerts'

/** [AG8] Which open alerts are hidden, and by which rule: the first of those in force that fits. */
export interface Suppressed {
  ruleOf(alert: string): NoiseRule | undefined
  /** Every hidden alert with its rule. */
  all(): ReadonlyMap<string, NoiseRule>
  /** After alerts or their groups changed. Returns the alerts that are hidden otherwise than before. */
  look(alerts: Iterable<string>, groups: Iterable<string>): ReadonlySet<string>
  /** After rules were added, removed or expired: checks every alert. */
  lookAtAll(): ReadonlySet<string>
}

/** @param active the rules in force now */
export function suppressedAlerts(index: AlertIndex<AlertRow>, active: () => readonly NoiseRule[]): Suppressed {
  const suppressed = new Map<string, NoiseRule>()
  const tests = new Map<NoiseRuleId, NoiseTest>()
  const testOf = (rule: NoiseRule) => {
    const test = tests.get(rule.id) ?? compileMatch(rule.match)
    tests.set(rule.id, test)
    return test
  }

  function hiderOf(id: string, rules: readonly NoiseRule[]): NoiseRule | undefined {
    const alert = index.find(id)
    if (alert === undefined || alert.clearedAt !== null) return undefined
    const group = index.groupOf(id)
    return rules.find(rule => testOf(rule)(alert.row, group))
  }

  function lookAt(alerts: Iterable<string>): ReadonlySet<string> {
    const rules = active()
    const changed = new Set<string>()
    for (const id of alerts) {
      const rule = hiderOf(id, rules)
      if (rule?.id === suppressed.get(id)?.id) continue
      if (rule === undefined) suppressed.delete(id)
      else suppressed.set(id, rule)
      changed.add(id)
    }
    return changed
  }

  const membersOf = (groups: Iterable<string>) =>
    [...groups].flatMap(group => index.members(group).map(({ row }) => row.id))

  return {
    ruleOf: id => suppressed.get(id),
    all: () => suppressed,
    look(alerts, groups) {
      const rules = active()
      if (rules.length === 0 && suppressed.size === 0) return new Set()
      // Only a rule about a group depends on the group of an alert.
      const moved = rules.some(({ match }) => match.group !== null) ? membersOf(groups) : []
      return lookAt(new Set([...alerts, ...moved]))
    },
    lookAtAll() {
      const all = index.groups().flatMap(({ id }) => membersOf([id]))
      return lookAt(new Set([...all, ...suppressed.keys()]))
    },
  }
}
