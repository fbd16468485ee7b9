import { factFigure } from '../../shared/contract/figures/panel-facts'
import { type FactNow, worstOfFact } from '../../shared/domain/method/facts-now'
import type { ProposalReason, SeverityProposal } from '../../shared/domain/method/severity-proposal'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useNow } from '../stores/cockpit'
import { spanText } from '../ui/span-text'
import styles from './severity.module.css'

const text = texts.calculator

/** What a proposal rests on, in words. */
export function proposalReason(reason: ProposalReason, facts: readonly FactNow[]): string {
  if (reason.kind === 'answer') return t(text.reason, { asks: reason.asks, answer: reason.text })
  if (reason.kind === 'no-rule') return text.noRule
  const { rule } = reason
  // Stated facts are answers on this screen.
  if (!('over' in rule)) return ''
  const measured = worstOfFact(facts, rule.fact)
  const known = measured?.value ?? null
  if (measured === undefined || known === null) return t(text.rule, { fact: texts.factNames[rule.fact] })
  const over = rule.fact === 'p95' ? t(text.times, { times: rule.over }) : String(rule.over)
  return t(text.ruleOver, {
    ...{ panel: measured.title, value: factFigure(measured, known) },
    over: rule.fact === 'p95' ? over : factFigure(measured, inUnit(measured, rule.over)),
  })
}

/** What decided, for whoever takes the proposal over; empty: nothing did. */
export function decidingReason({ decidedBy }: SeverityProposal, facts: readonly FactNow[]): string {
  return decidedBy === 'unknown' ? '' : proposalReason(decidedBy, facts)
}

/** Rules count shares in percent, and a panel may count them to 1. */
function inUnit({ unit }: FactNow, over: number): number {
  return unit === 'ratio' ? over / 100 : over
}

/** [GT3] The panels that say what they measure: each with its value, what is usual, and how old it is. */
export function FactsNow({ facts }: { readonly facts: readonly FactNow[] }) {
  const now = useNow()
  if (facts.length === 0) return <span className={styles.aside}>{text.noFacts}</span>
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
    </ul>
  )
}
