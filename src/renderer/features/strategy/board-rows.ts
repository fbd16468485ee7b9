import { type Decisions, type IncidentDecision, revisitDueAt } from '../../../shared/domain/decisions'
import type { Attempt, Hypothesis, Point, PointKind, Strategy, StrategyTask } from '../../../shared/domain/strategy'

/** An item of the board with its kind. */
export type BoardRow =
  | { readonly kind: 'decision'; readonly item: IncidentDecision; readonly number: number }
  | { readonly kind: 'task'; readonly item: StrategyTask }
  | { readonly kind: 'attempt'; readonly item: Attempt }
  | { readonly kind: 'hypothesis'; readonly item: Hypothesis; readonly number: number }
  | { readonly kind: PointKind; readonly item: Point }

export interface BoardSection {
  readonly kind: BoardRow['kind']
  readonly rows: readonly BoardRow[]
}

/** [SG8] [DN11] In the order in which an IC asks; open items before settled ones, tasks by their due time. */
export function boardSections({
  tasks,
  attempts,
  hypotheses,
  points,
  decisions,
}: Strategy & Decisions): readonly BoardSection[] {
  const pointsOf = (kind: PointKind): BoardSection => ({
    kind,
    rows: openFirst(points.filter(point => point.kind === kind).map(item => ({ kind, item }))),
  })
  const sections: readonly BoardSection[] = [
    { kind: 'decision', rows: waitingFirst(decisions.map((item, at) => ({ kind: 'decision', item, number: at + 1 }))) },
    { kind: 'task', rows: openFirst(tasks.toSorted(byDue).map(item => ({ kind: 'task', item }))) },
    { kind: 'attempt', rows: attempts.map(item => ({ kind: 'attempt', item })) },
    {
      kind: 'hypothesis',
      rows: openFirst(hypotheses.map((item, at) => ({ kind: 'hypothesis', item, number: at + 1 }))),
    },
    pointsOf('question'),
    pointsOf('risk'),
    pointsOf('todo'),
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

function openFirst(rows: readonly BoardRow[]): readonly BoardRow[] {
  const isOpen = ({ item }: BoardRow) => item.settled === null
  return [...rows.filter(isOpen), ...rows.filter(row => !isOpen(row))]
}

type DecisionRow = Extract<BoardRow, { readonly kind: 'decision' }>

/** Proposals by their due time, then decisions to revisit by their time, then the rest, the newest first. */
function waitingFirst(rows: readonly DecisionRow[]): readonly DecisionRow[] {
  const rank = ({ item }: DecisionRow) => {
    if (item.state === 'proposed') return item.objectBy ?? 0
    const dueAt = revisitDueAt(item)
    const isOpen = item.state === 'decided' && item.revisit !== null && item.called?.outcome !== 'not-met'
    return NEXT * (dueAt !== null ? 1 : isOpen ? 2 : item.state === 'decided' ? 3 : 4) + (dueAt ?? -item.raised.at)
  }
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** Later than any instant. */
const NEXT = 2 ** 44

/** A task without a time comes after those with one. */
function byDue(a: StrategyTask, b: StrategyTask): number {
  return (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER)
}
