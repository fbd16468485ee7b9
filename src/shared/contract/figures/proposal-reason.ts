import type { FigureStatement } from '../../domain/impact-figures'
import { statementFor } from '../../domain/impact-now'
import { type FactNow, worstOfFact } from '../../domain/method/facts-now'
import type { ProposalReason } from '../../domain/method/severity-proposal'
import { actorName } from '../../domain/people'
import { figureText } from '../../events/figure-stated'
import { t } from '../../texts/t'
import { texts } from '../../texts/texts'
import { factFigure } from './panel-facts'

const text = texts.calculator

/** What a proposal rests on, in words. */
export function proposalReason(
  reason: ProposalReason,
  facts: readonly FactNow[],
  stated: readonly FigureStatement[] = [],
): string {
  if (reason.kind === 'answer') return t(text.reason, { asks: reason.asks, answer: reason.text })
  if (reason.kind === 'no-rule') return text.noRule
  const { rule } = reason
  const statement = statementFor(stated, rule.fact)
  if (!('over' in rule)) return statement === undefined ? '' : statedText(statement)
  const measured = worstOfFact(facts, rule.fact)
  if (measured === undefined && statement !== undefined) return statedText(statement)
  const known = measured?.value ?? null
  if (measured === undefined || known === null) return t(text.rule, { fact: texts.factNames[rule.fact] })
  const over = rule.fact === 'p95' ? t(text.times, { times: rule.over }) : String(rule.over)
  return t(text.ruleOver, {
    ...{ panel: measured.title, value: factFigure(measured, known) },
    over: rule.fact === 'p95' ? over : factFigure(measured, inUnit(measured, rule.over)),
  })
}

/** [IM10] `Share of users affected: 34 %, stated by Ada` */
export function statedText(statement: FigureStatement): string {
  const name = texts.figureLines.names[statement.figure]
  return t(text.stated, { name, value: figureText(statement), by: actorName(statement.stated.by) })
}

/** Rules count shares in percent, and a panel may count them to 1. */
function inUnit({ unit }: FactNow, over: number): number {
  return unit === 'ratio' ? over / 100 : over
}
