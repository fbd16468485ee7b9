import { MINUTE, type Millis } from '../../lib/time'
import { type ClockSet, sinceBy } from '../clock-sets'
import type { GateState, GateWord } from '../resolution'
import type { FactNow, FactState } from './facts-now'
import type { GateMeasure } from './method-measures'
import type { GateCriterion } from './method-rules'
import type { PanelFact } from './panel-meaning'
import { isOverPromises, type PromisedMeasure, promisesFor, type ServicePromise } from './service-objectives'

/** What the alerts of the incident's services and its linked PagerDuty incidents say. */
export interface GateAlerts {
  /** Why they cannot be judged; null: they can. */
  readonly unknown: 'no-services' | 'not-read' | null
  readonly firing: number
  /** Name of the first of them. */
  readonly first: string
  /** When the last of them cleared, as far back as alerts are remembered; null: none did. */
  readonly clearedAt: Millis | null
}

/** What an incident's log says that the gate goes by. */
export interface GateSituation {
  readonly gate: readonly GateCriterion[]
  /** Minutes for which nothing may have come back. */
  readonly stable: number
  readonly words: Readonly<Record<string, GateWord>>
  /** Id of the responder who is the tech lead; null: nobody is. */
  readonly techLead: string | null
  readonly facts: readonly FactNow[]
  readonly alerts: GateAlerts
  /** Of each service of the incident, as the catalogue has it. */
  readonly promises: readonly ServicePromise[]
  /** The last report from customers; null: none was written down. */
  readonly lastReportAt: Millis | null
  readonly clockSets: readonly ClockSet[]
  readonly now: Millis
}

/** Why a criterion is as it is. */
export type GateEvidence =
  | { readonly kind: 'facts'; readonly facts: readonly FactNow[] }
  | { readonly kind: 'no-panel' }
  | { readonly kind: 'promises'; readonly promises: readonly ServicePromise[]; readonly over: boolean }
  | { readonly kind: 'alerts'; readonly firing: number; readonly first: string }
  | { readonly kind: 'alerts-unknown'; readonly why: 'no-services' | 'not-read' }
  | { readonly kind: 'report'; readonly at: Millis }
  | { readonly kind: 'no-report' }
  | { readonly kind: 'stable'; readonly since: Millis | null; readonly minutes: number }
  | { readonly kind: 'word'; readonly word: GateWord; readonly counts: boolean }

export interface CriterionNow extends Pick<GateCriterion, 'id' | 'group' | 'text'> {
  readonly state: GateState
  readonly evidence: readonly GateEvidence[]
  /** When it becomes green if nothing comes back; null: time alone does not do it. */
  readonly until: Millis | null
}

export interface GateNow {
  readonly criteria: readonly CriterionNow[]
  readonly green: number
  /** When all that only takes time is green; null: nothing waits for time. */
  readonly until: Millis | null
}

interface Measured {
  readonly state: GateState
  readonly evidence: readonly GateEvidence[]
  readonly until?: Millis
}

/** [GT4] What of the gate holds: from the method's criteria, the log, and what the panels and alerts say now. */
export function gateNow(situation: GateSituation): GateNow {
  const criteria = situation.gate.map(one => criterionNow(one, situation))
  const waiting = criteria.flatMap(({ until }) => until ?? [])
  return {
    criteria,
    green: criteria.filter(({ state }) => state === 'green').length,
    until: waiting.length === 0 ? null : Math.max(...waiting),
  }
}

function criterionNow({ id, group, text, by }: GateCriterion, situation: GateSituation): CriterionNow {
  const measured = by === undefined ? say() : measures[by](situation)
  const word = situation.words[id]
  const { state, evidence, until = null } = word === undefined ? measured : withWord(measured, word, by, situation)
  return { id, group, text, state, evidence, until: state === 'green' ? null : until }
}

/** [GT5] A measured red stays red whatever people answer; a person may know better than a measured green. */
function withWord(measured: Measured, word: GateWord, by: GateMeasure | undefined, situation: GateSituation): Measured {
  const counts = wordCounts(word, by, situation.techLead)
  const evidence: readonly GateEvidence[] = [{ kind: 'word', word, counts }, ...measured.evidence]
  if (word.answer === 'unmet') return { ...measured, state: 'red', evidence }
  if (measured.state === 'red' || !counts) return { ...measured, evidence }
  return { ...measured, state: 'green', evidence }
}

/** @param techLead id of the responder who is; null: nobody is */
export function wordCounts({ by }: GateWord, measure: GateMeasure | undefined, techLead: string | null): boolean {
  return measure !== 'tech-lead' || (by.kind === 'person' && by.responder.id === techLead)
}

function say(...evidence: readonly GateEvidence[]): Measured {
  return { state: 'say', evidence }
}

const measures: Readonly<Record<GateMeasure, (situation: GateSituation) => Measured>> = {
  errors: withPromises('errors', ofFacts('errors')),
  latency: withPromises('latency', ofFacts('p95', 'latency')),
  resources: ofFacts('resources'),
  business: ofFacts('business', 'revenue', 'users'),
  monitoring: ofFacts(),
  'tech-lead': () => say(),
  alerts: ({ alerts }) => {
    const { unknown, firing, first } = alerts
    if (firing > 0) return { state: 'red', evidence: [{ kind: 'alerts', firing, first }, ...notRead(alerts)] }
    if (unknown !== null) return say({ kind: 'alerts-unknown', why: unknown })
    return { state: 'green', evidence: [{ kind: 'alerts', firing, first }] }
  },
  reports: ({ lastReportAt: at, stable, clockSets, now }) => {
    if (at === null) return say({ kind: 'no-report' })
    return waited(sinceBy(at, clockSets), stable, now, [{ kind: 'report', at }])
  },
  stable: stability,
}

/** One that fired is not known to have ended, whatever could not be read since: it stays, and says how it is known. */
function notRead({ unknown, firing }: GateAlerts): readonly GateEvidence[] {
  return firing > 0 && unknown === 'not-read' ? [{ kind: 'alerts-unknown', why: unknown }] : []
}

/** [GT4] All panels of these facts (none named: of any): one that is off is red, one that is not known leaves it open. */
function ofFacts(...kinds: readonly PanelFact[]): (situation: GateSituation) => Measured {
  return ({ facts }) => {
    const own = kinds.length === 0 ? facts : facts.filter(({ fact }) => kinds.includes(fact))
    if (own.length === 0) return say({ kind: 'no-panel' })
    const evidence: readonly GateEvidence[] = [{ kind: 'facts', facts: own }]
    const has = (state: FactState) => own.some(one => one.state === state)
    return { state: has('off') ? 'red' : has('unknown') ? 'say' : 'green', evidence }
  }
}

/** [GT15] The catalogue's SLOs stand beside what is measured; over all of them a person has to say that it holds. */
function withPromises(measure: PromisedMeasure, measured: (situation: GateSituation) => Measured): typeof measured {
  return situation => {
    const now = measured(situation)
    const promises = promisesFor(measure, situation.promises)
    if (promises.length === 0) return now
    const over = isOverPromises(situation.facts, measure, situation.promises)
    const evidence = [...now.evidence, { kind: 'promises', promises, over } as const]
    return { ...now, state: over && now.state === 'green' ? 'say' : now.state, evidence }
  }
}

/** [GT6] Since the last value that was not normal and the last alert: measured, not since a person opened it. */
function stability({ facts, alerts, stable: minutes, clockSets, now }: GateSituation): Measured {
  const evidence = (since: Millis | null): readonly GateEvidence[] => [{ kind: 'stable', since, minutes }]
  if (alerts.firing > 0 || facts.some(({ state }) => state === 'off'))
    return { state: 'red', evidence: [...evidence(null), ...notRead(alerts)] }
  if (facts.length === 0) return say({ kind: 'no-panel' })
  if (facts.some(({ state }) => state === 'unknown')) return say({ kind: 'facts', facts: facts.filter(isUnknown) })
  if (alerts.unknown === 'not-read') return say({ kind: 'alerts-unknown', why: alerts.unknown })
  const known = Math.max(...facts.map(({ normalSince }) => normalSince ?? now), alerts.clearedAt ?? 0)
  const since = sinceBy(known, clockSets)
  return waited(since, minutes, now, evidence(since))
}

function isUnknown({ state }: FactNow): boolean {
  return state === 'unknown'
}

function waited(since: Millis, minutes: number, now: Millis, evidence: readonly GateEvidence[]): Measured {
  const until = since + minutes * MINUTE
  return now >= until ? { state: 'green', evidence } : { state: 'red', evidence, until }
}
