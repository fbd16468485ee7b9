import type { Millis } from '../../lib/time'
import type { Incident } from '../incident'
import { isCalm } from '../status'
import { type AdoptedMethod, targetFigures } from './method-rules'
import { nearerTargets } from './targets'

/** The figures that clocks of an open incident go by. */
const clockFigures = ['checkpoint', 'firstUpdate', 'update'] as const

/** [RT3] Those with a clock of their own: the first notice is on the clock of customer updates. */
const { 'first-notice': _, ...targetClocks } = targetFigures

export interface ClockChange {
  readonly figure: 'leads' | (typeof clockFigures)[number] | (typeof targetClocks)[keyof typeof targetClocks]
  /** In minutes; null: none. Undefined: it had no method, or no such target. */
  readonly from: number | null | undefined
  readonly to: number | null
}

type Clocked = Pick<Incident, 'method' | 'severity' | 'status' | 'targets' | 'timesKept' | 'declaredBy' | 'crew'>

/** [MA4] What changing over means for the clocks of an incident, which only ever come nearer by it. */
export function clockChanges(incident: Clocked, to: AdoptedMethod, now: Millis): readonly ClockChange[] {
  const { method, severity } = incident
  const before = method?.rules.levels[severity]
  const after = to.rules.levels[severity]
  const figures = clockFigures
    .map(figure => ({ figure, from: before?.[figure], to: after[figure] }))
    .filter(change => change.from !== change.to)
  const [had, has] = [method?.rules.leads, to.rules.leads ?? null]
  // [RC6] Where there is no sub-team, nobody reports.
  const asksLeads = incident.crew.teams.length > 0 && (had ?? null) !== has
  const leads = asksLeads ? [{ figure: 'leads' as const, from: had, to: has }] : []
  return [...figures, ...leads, ...targetChanges(incident, to, now)]
}

/** [RT2] Targets that are new or nearer by it: counted from now, and none while there is nothing to respond to. */
function targetChanges(incident: Clocked, { rules }: AdoptedMethod, now: Millis): readonly ClockChange[] {
  const { method, severity, status, targets, declaredBy } = incident
  if (isCalm(status)) return []
  const nearer = nearerTargets(incident, { rules, severity, at: now }, declaredBy)
  return (Object.keys(targetClocks) as (keyof typeof targetClocks)[])
    .filter(name => nearer[name] !== targets[name])
    .map(name => {
      const figure = targetClocks[name]
      const from = targets[name] === undefined ? undefined : method?.rules.levels[severity][figure]
      return { figure, from, to: rules.levels[severity][figure] }
    })
}
