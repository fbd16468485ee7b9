import { noStrategy, type StrategyTask, withChanged, withItem, withoutEntry } from '../../domain/strategy'
import { definePart, type EventOf } from './define-part'
import { whoAndWhen } from './who-and-when'

/** [SG1] A change of what is not there changes nothing; what is raised again is changed. */
export const strategyPart = definePart('strategy', {
  initial: () => noStrategy,
  on: {
    'task-given': (strategy, event) => withItem(strategy, 'tasks', newTask(event), known => reassigned(known, event)),
    'task-acknowledged': (strategy, event) =>
      withChanged(strategy, 'tasks', event.body.task, task => ({ ...task, acknowledged: whoAndWhen(event) })),
    'task-extended': (strategy, { body: { task, dueAt } }) =>
      withChanged(strategy, 'tasks', task, known => (known.dueAt === dueAt ? known : { ...known, dueAt })),
    'task-settled': (strategy, event) =>
      withChanged(strategy, 'tasks', event.body.task, task => {
        const { state, result } = event.body
        return { ...task, state, result, settled: state === 'open' ? null : whoAndWhen(event) }
      }),
    'attempt-noted': (strategy, event) => {
      const { attempt: id, text, result, entry, measure } = event.body
      const judged = { text, result, settled: result === 'pending' ? null : whoAndWhen(event) }
      const added = { id, entry, raised: whoAndWhen(event), ...judged, ...(measure && { measure }) }
      return withItem(strategy, 'attempts', added, known => ({ ...known, ...judged }))
    },
    'attempt-judged': (strategy, event) =>
      withChanged(strategy, 'attempts', event.body.attempt, attempt => {
        const { result } = event.body
        return { ...attempt, result, settled: result === 'pending' ? null : whoAndWhen(event) }
      }),
    'hypothesis-raised': (strategy, event) => {
      const { hypothesis: id, text, entry } = event.body
      const open = { raised: whoAndWhen(event), settled: null, state: 'open', reason: '', evidence: [] } as const
      return withItem(strategy, 'hypotheses', { id, text, entry, ...open }, known => ({ ...known, text }))
    },
    'evidence-added': (strategy, event) => {
      const { evidence: id, hypothesis, side, text, entry } = event.body
      return withChanged(strategy, 'hypotheses', hypothesis, known => ({
        ...known,
        evidence: [
          ...known.evidence.filter(one => one.id !== id),
          { id, side, text, entry, raised: whoAndWhen(event) },
        ],
      }))
    },
    'hypothesis-settled': (strategy, event) =>
      withChanged(strategy, 'hypotheses', event.body.hypothesis, known => {
        const { state, reason } = event.body
        return { ...known, state, reason, settled: state === 'open' ? null : whoAndWhen(event) }
      }),
    'point-raised': (strategy, event) => {
      const { point: id, kind, text, owner, entry } = event.body
      const open = { raised: whoAndWhen(event), settled: null, state: 'open', answer: '' } as const
      return withItem(strategy, 'points', { id, kind, text, owner, entry, ...open }, known => ({
        ...known,
        kind,
        text,
        owner,
      }))
    },
    'point-settled': (strategy, event) =>
      withChanged(strategy, 'points', event.body.point, point => {
        const { state, answer } = event.body
        return { ...point, state, answer, settled: state === 'open' ? null : whoAndWhen(event) }
      }),
    // [SG4]
    'entry-retracted': (strategy, { body }) => withoutEntry(strategy, body.entry),
  },
})

function newTask(event: EventOf<'task-given'>): StrategyTask {
  const { task: id, text, owner, dueAt, entry, measure } = event.body
  const open = { acknowledged: null, state: 'open', result: '', settled: null } as const
  return { id, text, owner, dueAt, entry, raised: whoAndWhen(event), ...open, ...(measure && { measure }) }
}

/** [SG2] The acknowledgement is for the task as it was then: another owner or text has to be acknowledged again. */
function reassigned(task: StrategyTask, { body: { text, owner, dueAt } }: EventOf<'task-given'>): StrategyTask {
  const isOther = task.text !== text || task.owner?.id !== owner?.id
  return { ...task, text, owner, dueAt, acknowledged: isOther ? null : task.acknowledged }
}
