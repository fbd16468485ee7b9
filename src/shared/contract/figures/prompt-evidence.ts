import type { FigureStatement } from '../../domain/impact-figures'
import { statementFor } from '../../domain/impact-now'
import { type FactNow, worstOfFact } from '../../domain/method/facts-now'
import { customersOf, type TriggerNow } from '../../domain/method/prompt-rules'
import { PROMPT_EVIDENCE } from '../../events/severity-prompted'
import { type Millis, roughSpan } from '../../lib/time'
import { shortened } from '../../lib/whole-characters'
import { listText, t, tCount } from '../../texts/t'
import { texts } from '../../texts/texts'
import { factFigure } from './panel-facts'
import { proposalReason, statedText } from './proposal-reason'

interface Known {
  readonly facts: readonly FactNow[]
  readonly stated: readonly FigureStatement[]
  /** Since when the trigger fits. */
  readonly since: Millis
  readonly now: Millis
}

/** [RS6] What speaks for another severity, in words: `Error rate: 34 %, more than 10 %, for 3 min`. */
export function promptEvidence(trigger: TriggerNow, known: Known): string {
  return shortened(evidenceText(trigger, known), PROMPT_EVIDENCE)
}

function evidenceText({ evidence }: TriggerNow, { facts, stated, since, now }: Known): string {
  const text = texts.severityPrompts
  const held = (what: string) => t(text.held, { what, span: roughSpan(now - since) })
  switch (evidence.kind) {
    case 'rule':
      return held(proposalReason(evidence.reason, facts, stated))
    case 'values':
      return held(listText(evidence.known.flatMap(fact => valueText(fact, facts, stated))))
    case 'longer':
      return t(text.longer, { span: roughSpan(now - evidence.since) })
    case 'mitigated':
      return t(text.mitigated, { span: roughSpan(now - evidence.since) })
    case 'services':
      return tCount(text.services, evidence.before, { services: listText(evidence.services) })
    default: {
      const { reports, within } = evidence
      const said = tCount(text.reports, customersOf(reports), { span: roughSpan(within) })
      const sources = [...new Set(reports.flatMap(({ source }) => (source === '' ? [] : source)))]
      return sources.length === 0 ? said : t(text.reportsFrom, { said, sources: listText(sources) })
    }
  }
}

function valueText(
  fact: Parameters<typeof worstOfFact>[1] & Parameters<typeof statementFor>[1],
  facts: readonly FactNow[],
  stated: readonly FigureStatement[],
): readonly string[] {
  const measured = worstOfFact(facts, fact)
  if (measured !== undefined) {
    const value = factFigure(measured, measured.value ?? 0)
    return [t(texts.severityPrompts.value, { panel: measured.title, value })]
  }
  const statement = statementFor(stated, fact)
  return statement === undefined ? [] : [statedText(statement)]
}
