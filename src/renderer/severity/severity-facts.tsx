import { factFigure } from '../../shared/contract/figures/panel-facts'
import { type FigureStatement, figureNames, statedNow } from '../../shared/domain/impact-figures'
import { statementFor } from '../../shared/domain/impact-now'
import { type FactNow, worstOfFact } from '../../shared/domain/method/facts-now'
import type { ProposalReason, SeverityProposal } from '../../shared/domain/method/severity-proposal'
import { actorName } from '../../shared/domain/people'
import { figureText } from '../../shared/events/figure-stated'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useNow } from '../stores/cockpit'
import { spanText } from '../ui/span-text'
import styles from './severity.module.css'

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

/** What decided, for a person who accepts the proposal; empty: nothing did. */
export function decidingReason(
  { decidedBy }: SeverityProposal,
  facts: readonly FactNow[],
  stated: readonly FigureStatement[],
): string {
  return decidedBy === 'unknown' ? '' : proposalReason(decidedBy, facts, stated)
}

/** [IM10] `Share of users affected: 34 %, stated by Ada` */
function statedText(statement: FigureStatement): string {
  const name = texts.figureLines.names[statement.figure]
  return t(text.stated, { name, value: figureText(statement), by: actorName(statement.stated.by) })
}

/** Rules count shares in percent, and a panel may count them to 1. */
function inUnit({ unit }: FactNow, over: number): number {
  return unit === 'ratio' ? over / 100 : over
}

interface FactsNowProps {
  readonly facts: readonly FactNow[]
  readonly stated: readonly FigureStatement[]
}

/** [GT3] The panels that say what they measure: each with its value, what is usual, and how old it is; [IM10] then what is stated. */
export function FactsNow({ facts, stated }: FactsNowProps) {
  const now = useNow()
  const statements = figureNames.flatMap(figure => statedNow(stated, figure) ?? [])
  if (facts.length + statements.length === 0) return <span className={styles.aside}>{text.noFacts}</span>
  return (
    <ul className={styles.reasons} aria-label={text.facts}>
      {facts.map(fact => (
        <li key={fact.panel} className={styles.reason}>
          <span className={styles.level}>{texts.factNames[fact.fact]}</span>
          <span dir="auto">
            {fact.title} {fact.value === null ? text.notMeasured : factFigure(fact, fact.value)}
            {fact.usual !== null && ` · ${t(text.usual, { value: factFigure(fact, fact.usual) })}`}
          </span>
          <span className={styles.aside}>
            {fact.at !== null &&
              t(fact.current ? text.age : text.tooOld, { span: spanText(Math.max(0, now - fact.at)) })}
          </span>
        </li>
      ))}
      {statements.map(one => (
        <li key={one.figure} className={styles.reason}>
          <span dir="auto">{statedText(one)}</span>
          <span className={styles.aside}>{t(text.age, { span: spanText(Math.max(0, now - one.stated.at)) })}</span>
        </li>
      ))}
    </ul>
  )
}
