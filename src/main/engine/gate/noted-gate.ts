import type { FeedStatus } from '../../../shared/contract/feeds'
import { promisesText } from '../../../shared/contract/figures/objective-text'
import { factFigure } from '../../../shared/contract/figures/panel-facts'
import type { IncidentGate } from '../../../shared/contract/gate'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { CriterionNow, GateEvidence } from '../../../shared/domain/method/gate'
import type { NotedCriterion } from '../../../shared/domain/resolution'
import { NOTED_EVIDENCE } from '../../../shared/events/gate-noted'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { tCount } from '../../../shared/texts/t'

/** What the gate was judged by. */
interface Read {
  readonly facts: readonly FactNow[]
  readonly feeds: readonly FeedStatus[]
}

/** [GT12] The gate as a handoff shows it: evidence in words, with the time of its oldest value. */
export function notedGate({ criteria }: IncidentGate, read: Read, now: Millis): readonly NotedCriterion[] {
  return criteria.map(({ id, text, state, evidence }) => ({
    ...{ id, text, state },
    evidence: shortened(evidence.flatMap(one => measuredText(one, now)).join(', '), NOTED_EVIDENCE),
    at: measuredAt(evidence, read),
  }))
}

/** People's answers are in the record itself, with who and when. */
function measuredText(evidence: GateEvidence, now: Millis): readonly string[] {
  switch (evidence.kind) {
    case 'facts':
      return evidence.facts.map(factText)
    case 'no-panel':
      return ['no panel measures it']
    case 'promises':
      return [promisesText(evidence)]
    case 'alerts':
      return [evidence.firing === 0 ? 'no alert fires' : tCount(firing, evidence.firing, { first: evidence.first })]
    case 'alerts-unknown':
      return [evidence.why === 'no-services' ? 'no services are named' : 'alerts were not read when this was written']
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

const firing = { one: '1 alert fires: {first}', other: '{count} alerts fire, such as {first}' }

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

/** Alerts of a source that answers no more stay as they were: they are as old as what was read last. */
function measuredAt(evidence: CriterionNow['evidence'], { facts, feeds }: Read): Millis | null {
  const alertsAt = feeds.flatMap(({ what, trueAt }) => (what === 'alerts' ? (trueAt ?? []) : []))
  const times = evidence.flatMap((one): readonly Millis[] => {
    if (one.kind === 'facts') return factTimes(one.facts)
    if (one.kind === 'stable') return [...factTimes(facts), ...alertsAt]
    return one.kind === 'alerts' ? alertsAt : []
  })
  return times.length === 0 ? null : Math.min(...times)
}

function factTimes(facts: readonly FactNow[]): readonly Millis[] {
  return facts.flatMap(({ at }) => at ?? [])
}
