import type { NoisePreview } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { byStart, urgencies } from '../../../shared/domain/alerts/facts'
import { compileMatch, type NoiseMatch } from '../../../shared/domain/alerts/noise'
import type { AlertIndex } from './index-of-alerts'

const FIRST = 5

/** [AG13] What a rule would hide now, other rules left aside: shown before it is set. */
export function previewRule(index: AlertIndex<AlertRow>, match: NoiseMatch): NoisePreview {
  const fits = compileMatch(match)
  const suppressed: AlertRow[] = []
  let [open, groups] = [0, 0]
  for (const group of index.groups()) {
    open += group.open
    const before = suppressed.length
    for (const { row, clearedAt } of index.members(group.id)) {
      if (clearedAt === null && fits(row, group.id)) suppressed.push(row)
    }
    if (group.open > 0 && suppressed.length - before === group.open) groups += 1
  }
  const first = suppressed.toSorted(byLoudness).slice(0, FIRST)
  return {
    ...{ alerts: suppressed.length, open, groups },
    first: first.map(({ id, title, service, urgency }) => ({ id, title, service, urgency })),
  }
}

function byLoudness(a: AlertRow, b: AlertRow): number {
  return urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || byStart(a, b)
}
