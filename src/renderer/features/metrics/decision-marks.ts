import type { Timeline } from '../../../shared/domain/timeline'
import type { Mark } from '../../charts/chart-data'

/** [MT2] The decisions that stand, numbered in their order, as marks for every chart. */
export function decisionMarks(timeline: Timeline): readonly Mark[] {
  return timeline
    .filter(line => line.kind === 'decision' && line.retraction === null)
    .map((line, at) => ({ at: line.occurredAt, label: String(at + 1), text: line.text }))
}
