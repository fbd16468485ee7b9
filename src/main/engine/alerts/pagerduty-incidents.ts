import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { GroupPages } from '../../../shared/contract/group-page'
import type { AlertIndex } from './index-of-alerts'
import type { Suppressed } from './suppressed'

/** [AL10] The open pages of groups, and how many other alerts are open there. What a rule hides is not among them. */
export function pagesOfGroups(
  index: AlertIndex<AlertRow>,
  suppressed: Pick<Suppressed, 'ruleOf'>,
  groups: readonly string[],
): GroupPages {
  const pages: AlertRow[] = []
  let others = 0
  for (const group of new Set(groups)) {
    for (const { row, clearedAt } of index.members(group)) {
      if (clearedAt !== null || suppressed.ruleOf(row.id) !== undefined) continue
      if (row.origin === 'page') pages.push(row)
      else others += 1
    }
  }
  return { pages, others }
}
