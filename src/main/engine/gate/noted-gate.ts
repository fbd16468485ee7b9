import { factFigure } from '../../../shared/contract/figures/panel-facts'
import type { IncidentGate } from '../../../shared/contract/gate'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { CriterionNow, GateEvidence } from '../../../shared/domain/method/gate'
import type { NotedCriterion } from '../../../shared/domain/resolution'
import { NOTED_EVIDENCE } from '../../../shared/events/gate-noted'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'

/** [GT12] The gate as a handoff says it: evidence in words, with the time of its oldest value. */
export function notedGate({ criteria }: IncidentGate, now: Millis): readonly NotedCriterion[] {
  return criteria.map(({ id, text, state, evidence }) => ({
    ...{ id, text, state },
    evidence: shortened(evidence.flatMap(one => measuredText(one, now)).join(', '), NOTED_EVIDENCE),
    at: measuredAt(evidence, now),
  }))
}

/** What people said is in the record itself, with who and when. */
function measuredText(evidence: GateEvidence, now: Millis): readonly string[] {
  switch (evidence.kind) {
    case 'facts':
      return evidence.facts.map(factText)
    case 'no-panel':
      return ['no panel measures it']
    case 'alerts':
      return [evidence.firing === 0 ? 'no alert fires' : `${evidence.firing} alerts fire, such as ${evidence.first}`]
    case 'alerts-unknown':
      return [evidence.why === 'no-services' ? 'no services are named' : 'alerts were not read']
    case 'no-report':
      return ['no customer report is in the record']
    case 'report':
      return [`the last customer report came ${roughSpan(now - evidence.at)} before`]
    case 'stable':
      return [evidence.since === null ? 'not normal' : `nothing came back for ${roughSpan(now - evidence.since)}`]
    default:
      return []
  }
}

function factText(fact: FactNow): string {
  const { title, value, usual, limit, current } = fact
  if (value === null) return `${title} has no value`
  const bounds = [
    ...(usual === null ? [] : [`usually ${factFigure(fact, usual)}`]),
    ...(limit === null ? [] : [`SLO ${factFigure(fact, limit)}`]),
    ...(current ? [] : ['old']),
  ]
  return `${title} ${factFigure(fact, value)}${bounds.length === 0 ? '' : ` (${bounds.join('; ')})`}`
}

function measuredAt(evidence: CriterionNow['evidence'], now: Millis): Millis | null {
  const times = evidence.flatMap((one): readonly Millis[] => {
    if (one.kind === 'facts') return one.facts.flatMap(({ at }) => at ?? [])
    return one.kind === 'alerts' || one.kind === 'stable' ? [now] : []
  })
  return times.length === 0 ? null : Math.min(...times)
}
