import { MINUTE, type Millis } from '../../lib/time'
import { sinceBy } from '../clock-sets'
import type { CustomerReport } from '../customer-reports'
import { statedFacts, statementFor } from '../impact-now'
import type { Incident } from '../incident'
import { isRaised, type Severity, severities } from '../severity'
import { type PromptDirection, type PromptWords, reaches, type SeverityPrompt } from '../severity-prompts'
import { isCalm } from '../status'
import { hasWord } from './asked-facts'
import { type FactNow, severityFacts, worstOfFact } from './facts-now'
import type { Method } from './method-files'
import { type ProposalReason, proposeSeverity } from './severity-proposal'
import { type LowerWhen, type MeasuredFactName, measuredFacts, type RaiseWhen } from './severity-triggers'

export type WatchedIncident = Pick<
  Incident,
  | 'severity'
  | 'status'
  | 'calmSince'
  | 'services'
  | 'reports'
  | 'figuresStated'
  | 'severityPrompts'
  | 'severitySince'
  | 'servicesThen'
  | 'clockSets'
>

interface Situation {
  readonly incident: WatchedIncident
  readonly method: Method['severity']
  readonly facts: readonly FactNow[]
  readonly now: Millis
}

/** [RS6] What speaks for another severity. */
export type PromptEvidence =
  | { readonly kind: 'rule'; readonly reason: ProposalReason }
  | { readonly kind: 'values'; readonly known: readonly MeasuredFactName[] }
  | { readonly kind: 'longer' | 'mitigated'; readonly since: Millis }
  | { readonly kind: 'services'; readonly services: readonly string[]; readonly before: number }
  | { readonly kind: 'reports'; readonly reports: readonly CustomerReport[]; readonly within: Millis }

export interface TriggerNow extends Omit<PromptWords, 'evidence' | 'from'> {
  /** For how long it has to be so. */
  readonly hold: Millis
  readonly evidence: PromptEvidence
}

/** [RS6] The reasons of the method that the facts of this instant fit, each with the severity that it offers; the furthest first. */
export function triggersNow(situation: Situation): readonly TriggerNow[] {
  const { incident, method, facts } = situation
  if (incident.status === 'resolved') return []
  const known = { ...statedFacts(incident.figuresStated), ...severityFacts(facts) }
  const { decidedBy } = proposeSeverity(method, {}, known)
  const pointed = decidedBy === 'unknown' ? undefined : decidedBy
  return [...raising(situation, pointed), ...lowering(situation, pointed)]
}

function raising(situation: Situation, pointed: ProposalReason | undefined): readonly TriggerNow[] {
  const { severity: from } = situation.incident
  const [next] = between(from, 'SEV-1')
  if (next === undefined) return []
  const rule = pointed?.kind === 'rule' && isRaised(from, pointed.severity) ? pointed : undefined
  const offered = rule === undefined ? [next] : between(from, rule.severity).toReversed()
  return situation.method.raise.flatMap(({ id, text, when }) => {
    const fits = when && raiseFits(when, situation, rule)
    return fits === undefined ? [] : offered.map(one => triggerOf('raise', { id, text }, one, fits))
  })
}

type Fits = Pick<TriggerNow, 'hold' | 'evidence'>

function raiseFits(when: RaiseWhen, situation: Situation, rule: ProposalReason | undefined): Fits | undefined {
  const { incident, now } = situation
  const { severity, severitySince: since, servicesThen, services, status } = incident
  if (when.kind === 'rule') return rule && { hold: when.for * MINUTE, evidence: { kind: 'rule', reason: rule } }
  if (when.kind === 'longer') {
    const after = when.after[severity]
    const isLonger = after !== 'never' && !isCalm(status) && now - sinceBy(since, incident.clockSets) >= after * MINUTE
    return isLonger ? { hold: 0, evidence: { kind: 'longer', since } } : undefined
  }
  if (when.kind === 'services') {
    if (servicesThen === null || services === null || services.length - servicesThen < when.more) return undefined
    return { hold: 0, evidence: { kind: 'services', services, before: servicesThen } }
  }
  const reports = growing(when, situation)
  return reports && { hold: 0, evidence: { kind: 'reports', reports, within: when.within * MINUTE } }
}

/** Those that came in within the time, where they are enough, and more than came in as much time before. */
function growing(
  { customers, within, words }: Extract<RaiseWhen, { readonly kind: 'reports' }>,
  { incident: { reports, severitySince }, now }: Situation,
): readonly CustomerReport[] | undefined {
  const span = within * MINUTE
  const counting = reports.filter(
    ({ retracted, source, text, raised: { at } }) =>
      retracted === null && at <= now && hasWord(`${source} ${text}`, words),
  )
  const newer = counting.filter(({ raised: { at } }) => at > now - span && at >= severitySince)
  const older = counting.filter(({ raised: { at } }) => at > now - 2 * span && at <= now - span)
  const count = customersOf(newer)
  return count >= customers && count > customersOf(older) ? newer : undefined
}

export function customersOf(reports: readonly CustomerReport[]): number {
  return reports.reduce((sum, { count }) => sum + count, 0)
}

function lowering(situation: Situation, pointed: ProposalReason | undefined): readonly TriggerNow[] {
  const { incident, method, facts } = situation
  const { severity: from } = incident
  const [next] = between(from, 'SEV-4')
  const to = pointed?.severity
  // What points to this severity or a higher one holds it, and so does what nobody can see now.
  const isHeld = to !== undefined && !isRaised(to, from)
  if (next === undefined || isHeld || facts.some(isBlind)) return []
  const pointedTo = to === undefined ? [next] : between(from, to).toReversed()
  return method.lower.flatMap(({ id, text, when }) => {
    const fits = when && lowerFits(when, situation, to)
    // That no rule fits what was mitigated says that it is better, not that it was never bad.
    const offered = when?.kind === 'mitigated' && pointed?.kind !== 'rule' ? [next] : pointedTo
    return fits === undefined ? [] : offered.map(one => triggerOf('lower', { id, text }, one, fits))
  })
}

function lowerFits(when: LowerWhen, { incident, facts, now }: Situation, to: Severity | undefined): Fits | undefined {
  const { calmSince, figuresStated, severitySince } = incident
  const hold = when.for * MINUTE
  if (when.kind === 'mitigated') {
    const since = Math.max(calmSince ?? 0, severitySince)
    return calmSince !== null && now - sinceBy(since, incident.clockSets) >= hold
      ? { hold: 0, evidence: { kind: 'mitigated', since } }
      : undefined
  }
  const isKnown = (fact: MeasuredFactName) =>
    worstOfFact(facts, fact) !== undefined || (statementFor(figuresStated, fact)?.stated.at ?? -1) >= severitySince
  return to !== undefined && when.known.every(isKnown)
    ? { hold, evidence: { kind: 'values', known: when.known } }
    : undefined
}

/** A panel that could decide, and cannot now. A p95 that is compared with nothing never could. */
function isBlind(panel: FactNow): boolean {
  const { fact, baseline } = panel
  const decides = measuredFacts.some(name => name === fact) && (fact !== 'p95' || baseline !== null)
  return decides && worstOfFact([panel], fact) === undefined
}

/** The severities after one, up or down to another, the nearest first. */
function between(from: Severity, to: Severity): readonly Severity[] {
  const [first, last] = [severities.indexOf(from), severities.indexOf(to)]
  return last < first ? severities.slice(last, first).toReversed() : severities.slice(first + 1, last + 1)
}

function triggerOf(
  direction: PromptDirection,
  { id: trigger, text }: { readonly id: string; readonly text: string },
  severity: Severity,
  fits: Fits,
): TriggerNow {
  return { trigger, text, direction, severity, ...fits }
}

/** Since when each trigger has fitted at every look. */
export interface HeldTriggers {
  readonly at: Millis
  readonly severitySince: Millis
  readonly since: ReadonlyMap<string, Millis>
}

/** [RS6] After a gap, a clock that was set back, or another severity all of them start over: the time between is unknown. */
export function heldNow(
  before: HeldTriggers | undefined,
  triggers: readonly TriggerNow[],
  { now, severitySince, longestGap }: { readonly now: Millis; readonly severitySince: Millis; longestGap: Millis },
): HeldTriggers {
  const goesOn =
    before?.severitySince === severitySince && now >= before.at && now - before.at <= longestGap ? before : undefined
  const since = triggers.map(one => [keyOf(one), goesOn?.since.get(keyOf(one)) ?? now] as const)
  return { at: now, severitySince, since: new Map(since) }
}

function keyOf({ direction, trigger, severity }: TriggerNow): string {
  return `${direction} ${trigger} ${severity}`
}

/** [RS7] After “not now” nothing else is offered for so long, unless it got worse. */
const PAUSE = 5 * MINUTE

/** [RS7] What is to be said now, with since when it is so; undefined: nothing. */
export function promptNow(
  triggers: readonly TriggerNow[],
  { since }: HeldTriggers,
  incident: Pick<Incident, 'severityPrompts'>,
  now: Millis,
): { readonly trigger: TriggerNow; readonly since: Millis } | undefined {
  const heldSince = (one: TriggerNow) => since.get(keyOf(one)) ?? now
  const trigger = triggers.find(
    one => now - heldSince(one) >= one.hold && !isSaid(one, incident) && mayInterrupt(one, incident, now),
  )
  return trigger && { trigger, since: heldSince(trigger) }
}

/** What was said of a further severity was said of a nearer one too. */
function isSaid(
  { trigger, direction, severity }: TriggerNow,
  { severityPrompts }: Pick<Incident, 'severityPrompts'>,
): boolean {
  return severityPrompts.some(
    one =>
      one.withdrawn === undefined &&
      one.trigger === trigger &&
      one.direction === direction &&
      reaches(direction, one.severity, severity),
  )
}

/**
 * [RS9] Whether what an offer rests on still speaks for it. What was so at one time, such as how many reported within ten
 * minutes, does not pass.
 */
export function isStanding(
  { trigger, direction, severity }: SeverityPrompt,
  triggers: readonly TriggerNow[],
  method: Pick<Method['severity'], 'raise'>,
): boolean {
  const isMeasured = method.raise.some(({ id, when }) => id === trigger && when?.kind === 'rule')
  if (direction === 'raise' && !isMeasured) return true
  return triggers.some(
    one => one.trigger === trigger && one.direction === direction && reaches(direction, one.severity, severity),
  )
}

function mayInterrupt(
  { direction, severity }: TriggerNow,
  { severityPrompts }: Pick<Incident, 'severityPrompts'>,
  now: Millis,
): boolean {
  const last = severityPrompts.at(-1)
  if (last === undefined) return true
  const isWorse = direction === 'raise' && (last.direction === 'lower' || isRaised(last.severity, severity))
  if (last.settled === null || isWorse) return isWorse
  const after = now - last.settled.at
  return after < 0 || after >= PAUSE
}
