import type { Annotation, Deploy } from '../../../shared/contract/metrics'
import type { Timeline } from '../../../shared/domain/timeline'
import { MINUTE } from '../../../shared/lib/time'
import type { Mark } from '../../charts/chart-data'

/**
 * [MT6] The newest annotations on the vendor's charts as marks for ours; A1 is the oldest of them. An annotation that
 * repeats a mark (a deploy that the pipeline sent to both systems) adds no second mark; annotations that Quarterdeck
 * wrote are never read.
 */
export function annotationMarks(annotations: readonly Annotation[], told: readonly Mark[]): readonly Mark[] {
  return annotations
    .filter(one => !told.some(mark => isSame(one, mark)))
    .toSorted((a, b) => a.at - b.at)
    .slice(-MOST)
    .map(({ at, text, tags }, place): Mark => {
      const about = tags.length === 0 ? '' : ` (${tags.slice(0, 4).join(', ')})`
      return { at, label: `A${place + 1}`, text: `${text}${about}`, kind: 'note' }
    })
}

function isSame({ at, text }: Annotation, mark: Mark): boolean {
  if (Math.abs(mark.at - at) > SAME_MOMENT) return false
  const [one, other] = [plain(text), plain(mark.text)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}

/** Ignores case, spaces and punctuation. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Two systems that record the same event rarely agree on the second. */
const SAME_MOMENT = MINUTE

/** More would hide the charts behind their marks: a person who looks for a cause reads the last ones. */

/** [MT3] The newest deploys as marks for every chart, R1 being the oldest of them: D1 is a decision. */
export function deployMarks(deploys: readonly Deploy[]): readonly Mark[] {
  return deploys
    .toSorted((a, b) => a.at - b.at)
    .slice(-MOST)
    .map(({ at, title, services }, place) => {
      const where = services.length === 0 ? '' : ` (${services.join(', ')})`
      return { at, label: `R${place + 1}`, text: `${title}${where}`, kind: 'deploy' }
    })
}

/** Marks of all kinds in order of time. */
export function inOrder(...marks: readonly (readonly Mark[])[]): readonly Mark[] {
  return marks.flat().toSorted((a, b) => a.at - b.at)
}

/** As with deploys: a person who looks for a cause reads the last ones. */
const MOST = 6

/** [MT2] The decisions in force, numbered in their order, as marks for every chart. */
export function decisionMarks(timeline: Timeline): readonly Mark[] {
  return timeline
    .filter(line => line.kind === 'decision' && line.retraction === null)
    .map((line, at) => ({ at: line.occurredAt, label: String(at + 1), text: line.text }))
}
