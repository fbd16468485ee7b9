import type { RevisitInput } from '../../../shared/contract/inputs/decisions'
import { panelUnits } from '../../../shared/contract/panel-units'
import type { DecisionState, RevisitPlan } from '../../../shared/domain/decisions'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import { MINUTE } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import type { BoardRow } from './board-rows'
import type { BoardAct, SentAct } from './row-act'

const { acts: labels, asks } = texts.decisions
const keys = rowKeyOf.board
type DecisionRow = Extract<BoardRow, { readonly kind: 'decision' }>
type Run = SentAct['run']

/** [DN11] Actions available on a decision now, in the order of its buttons. */
export function decisionActs({ item }: DecisionRow): readonly BoardAct[] {
  const { id: decision, state: was, revisit } = item
  const settle =
    (state: DecisionState): Run =>
    (commands, reason) =>
      commands.send('strategy', 'decision:settle', { decision, state, was, reason })
  const asked = (key: string, label: string, state: DecisionState): SentAct => ({
    ...{ key, label, run: settle(state) },
    asks: { label: asks.reason, text: '', mayBeEmpty: true },
  })
  const object: SentAct = {
    ...{ key: keys.less, label: labels.object },
    asks: { label: asks.objection, text: '', mayBeEmpty: false },
    run: (commands, text) =>
      commands.send('strategy', 'strategy:put', {
        id: newId<StrategyId>(),
        item: { kind: 'objection', decision, text },
      }),
  }
  const form = { key: keys.edit, label: labels.revisit, opens: 'form' } as const
  if (was === 'withdrawn' || was === 'reversed')
    return [{ key: keys.reopen, label: labels.propose, asks: null, run: settle('proposed') }]
  if (was === 'proposed')
    return [asked(keys.done, labels.decide, 'decided'), object, asked(keys.drop, labels.withdraw, 'withdrawn'), form]
  const replace =
    (plan: (now: number) => RevisitInput): Run =>
    (commands, _, now) =>
      commands.send('strategy', 'decision:revisit', { decision, revisit: plan(now), was: revisit?.key ?? null })
  return [
    ...(revisit === null
      ? []
      : [
          { key: keys.same, label: labels.keep, asks: null, run: replace(() => null) },
          {
            ...{ key: keys.more, label: labels.later, asks: null },
            run: replace(now => ({ ...asInput(revisit), at: Math.max(revisit.at ?? now, now) + 10 * MINUTE })),
          },
        ]),
    asked(keys.drop, labels.reverse, 'reversed'),
    object,
    form,
  ]
}

/** A unit unknown to this version came from a newer one: the condition is dropped, its time stays. */
export function asInput({ at, condition, soon, instead }: RevisitPlan): NonNullable<RevisitInput> {
  const unit = panelUnits.find(one => one === condition?.unit)
  if (condition === null || unit === undefined) return { at, condition: null, soon, instead }
  const { panel, title, is, value, limit: typed } = condition
  return { at, condition: { panel, title, is, value, unit, typed }, soon, instead }
}
