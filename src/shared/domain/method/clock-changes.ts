import type { ChosenMethod } from '../incident'
import type { Severity } from '../severity'
import type { AdoptedMethod } from './method-rules'

/** The figures that clocks of an open incident go by. */
const clockFigures = ['checkpoint', 'firstUpdate', 'update'] as const

export interface ClockChange {
  readonly figure: (typeof clockFigures)[number]
  /** In minutes; null: none. Undefined: it had no method. */
  readonly from: number | null | undefined
  readonly to: number | null
}

/** [MA4] What changing over means for the clocks of an incident, which only ever come nearer by it. */
export function clockChanges({ method }: ChosenMethod, to: AdoptedMethod, severity: Severity): readonly ClockChange[] {
  const before = method?.rules.levels[severity]
  const after = to.rules.levels[severity]
  return clockFigures
    .map(figure => ({ figure, from: before?.[figure], to: after[figure] }))
    .filter(change => change.from !== change.to)
}
