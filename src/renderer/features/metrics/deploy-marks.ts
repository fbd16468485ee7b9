import type { Deploy } from '../../../shared/contract/metrics'
import type { Mark } from '../../charts/chart-data'

/** More would hide the charts behind their marks: whoever looks for a cause looks at the last ones. */
const MOST = 6

/** [MT3] The newest deploys as marks for every chart, D1 being the oldest of them. */
export function deployMarks(deploys: readonly Deploy[]): readonly Mark[] {
  return deploys
    .toSorted((a, b) => a.at - b.at)
    .slice(-MOST)
    .map(({ at, title, services }, place) => {
      const where = services.length === 0 ? '' : ` (${services.join(', ')})`
      return { at, label: `D${place + 1}`, text: `${title}${where}`, kind: 'deploy' }
    })
}

/** Marks of all kinds in the order of time. */
export function inOrder(...marks: readonly (readonly Mark[])[]): readonly Mark[] {
  return marks.flat().toSorted((a, b) => a.at - b.at)
}
