import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import {
  type AttemptResult,
  type EvidenceSide,
  editedPart,
  type HypothesisState,
  type PointState,
  type TaskState,
} from '../../../shared/domain/strategy'
import { MINUTE } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import type { EngineCommands } from '../../stores/commands'
import type { BoardRow } from './board-rows'
import { decisionActs } from './decision-acts'
import type { BoardAct, FormAct, SentAct } from './row-act'

const { acts: labels, asks } = texts.strategy
const keys = rowKeyOf.board

type Run = SentAct['run']
/** Rows that the board's form edits. */
type ItemRow = Exclude<BoardRow, { readonly kind: 'decision' }>

const act = (key: string, label: string, run: Run): SentAct => ({ key, label, asks: null, run })
const asked = (key: string, label: string, field: string, run: Run, text?: string): SentAct => ({
  ...{ key, label, run },
  asks: { label: field, text: text ?? '', mayBeEmpty: field !== asks.evidence },
})

/** [SG8] Actions available on a row now, in the order of its buttons. */
export function actsOf(row: BoardRow): readonly BoardAct[] {
  if (row.kind === 'decision') return decisionActs(row)
  const { item } = row
  const edit: FormAct = { key: keys.edit, label: labels.edit, opens: 'form' }
  const { settled } = item
  if (settled !== null)
    return [
      act(keys.reopen, labels.reopen, reopen(row)),
      ...(row.kind === 'attempt' ? judgements(row.item.id) : []),
      edit,
    ]
  return [...openActs(row), edit]
}

function openActs(row: ItemRow): readonly BoardAct[] {
  switch (row.kind) {
    case 'task': {
      const { id, acknowledged, dueAt } = row.item
      const settle =
        (state: TaskState): Run =>
        (commands, result) =>
          commands.send('strategy', 'strategy:settle-task', { task: id, state, result, was: 'open' })
      return [
        ...(acknowledged === null
          ? [
              act(keys.acknowledge, labels.acknowledge, commands =>
                commands.send('strategy', 'strategy:acknowledge', { task: id }),
              ),
            ]
          : []),
        asked(keys.done, labels.done, asks.result, settle('done')),
        act(keys.more, labels.extend, (commands, _, now) =>
          commands.send('strategy', 'strategy:extend', { task: id, dueAt: Math.max(dueAt ?? now, now) + 10 * MINUTE }),
        ),
        asked(keys.drop, labels.drop, asks.reason, settle('dropped')),
        reassign(row),
      ]
    }
    case 'attempt':
      return judgements(row.item.id)
    case 'hypothesis': {
      const { id } = row.item
      const evidence =
        (side: EvidenceSide): Run =>
        (commands, text) =>
          put(commands, newId<StrategyId>(), { kind: 'evidence', text, hypothesis: id, side })
      const settle =
        (state: HypothesisState): Run =>
        (commands, reason) =>
          commands.send('strategy', 'strategy:settle-hypothesis', { hypothesis: id, state, reason, was: 'open' })
      return [
        asked(keys.more, labels.for, asks.evidence, evidence('for')),
        asked(keys.less, labels.against, asks.evidence, evidence('against')),
        asked(keys.drop, labels.eliminate, asks.reason, settle('eliminated')),
        asked(keys.done, labels.confirm, asks.reason, settle('confirmed')),
      ]
    }
    default: {
      const { id } = row.item
      const label = row.kind === 'question' ? labels.answer : row.kind === 'todo' ? labels.done : labels.close
      return [
        asked(keys.done, label, asks.answer, (commands, answer) => settlePoint(commands, id, 'closed', answer)),
        reassign(row),
      ]
    }
  }
}

function judgements(attempt: StrategyId): readonly BoardAct[] {
  const judge =
    (result: AttemptResult): Run =>
    commands =>
      commands.send('strategy', 'strategy:judge', { attempt, result })
  return [
    act(keys.done, labels.worked, judge('worked')),
    act(keys.same, labels.same, judge('no-change')),
    act(keys.drop, labels.worse, judge('worse')),
  ]
}

function reassign(row: Extract<BoardRow, { readonly item: { readonly owner: unknown } }>): BoardAct {
  const { item } = row
  const run: Run = (commands, text) =>
    put(commands, item.id, owned(row, text.trim() === '' ? null : text.trim()), editedPart(item))
  return asked(keys.owner, labels.owner, asks.owner, run, item.owner?.name)
}

/** [SG1] Reopens an item that was settled by mistake. */
function reopen(row: ItemRow): Run {
  return commands => {
    const { id } = row.item
    switch (row.kind) {
      case 'task':
        return commands.send('strategy', 'strategy:settle-task', { task: id, state: 'open', result: '' })
      case 'attempt':
        return commands.send('strategy', 'strategy:judge', { attempt: id, result: 'pending' })
      case 'hypothesis':
        return commands.send('strategy', 'strategy:settle-hypothesis', { hypothesis: id, state: 'open', reason: '' })
      default:
        return settlePoint(commands, id, 'open', '')
    }
  }
}

function settlePoint(commands: EngineCommands, point: StrategyId, state: PointState, answer: string) {
  const was = state === 'closed' ? 'open' : 'closed'
  return commands.send('strategy', 'strategy:settle-point', { point, state, answer, was })
}

function put(commands: EngineCommands, id: StrategyId, item: StrategyItem, was?: ReturnType<typeof editedPart>) {
  return commands.send('strategy', 'strategy:put', { id, item, ...(was && { was }) })
}

function owned(
  { kind, item }: Extract<BoardRow, { readonly item: { readonly owner: unknown } }>,
  owner: string | null,
): StrategyItem {
  return kind === 'task' ? { kind, text: item.text, owner, dueAt: item.dueAt } : { kind, text: item.text, owner }
}
