import { MINUTE, type Millis } from '../lib/time'
import { checkpointEvery, firstUpdateWithin, type Severity, severities, updateEvery } from './severity'

/** How often a team stops and how often it speaks, in whole minutes by severity; null: never. */
export interface Cadence {
  /** [CP2] From one checkpoint to the next. */
  readonly checkpointMinutes: Readonly<Record<Severity, number | null>>
  /** [UP1] From declaring to the first customer update; 0: it is due at once. */
  readonly firstUpdateMinutes: Readonly<Record<Severity, number | null>>
  /** [UP2] From a customer update to the next, where the writer promises no other time. */
  readonly updateMinutes: Readonly<Record<Severity, number | null>>
}

/** [SE7] What a team uses in place of the method's; what is absent is as the method says. */
export type CadenceOverrides = {
  readonly [Column in keyof Cadence]?: Readonly<Partial<Record<Severity, number | null | undefined>>> | undefined
}

export const cadenceColumns = ['checkpointMinutes', 'firstUpdateMinutes', 'updateMinutes'] as const

/** [SE7] The method's cadence with what a team chose in its place. */
export function withOverrides(method: Cadence, chosen: CadenceOverrides = {}): Cadence {
  const column = (name: keyof Cadence) =>
    Object.fromEntries(
      severities.map(severity => {
        const own = chosen[name]?.[severity]
        return [severity, own === undefined ? method[name][severity] : own]
      }),
    ) as Record<Severity, number | null>
  return {
    checkpointMinutes: column('checkpointMinutes'),
    firstUpdateMinutes: column('firstUpdateMinutes'),
    updateMinutes: column('updateMinutes'),
  }
}

/** [SE7] Where a cadence differs from the method's. */
export function overridesOf(method: Cadence, cadence: Cadence): CadenceOverrides {
  const columns = cadenceColumns.flatMap(name => {
    const differs = severities.filter(severity => cadence[name][severity] !== method[name][severity])
    const own = Object.fromEntries(differs.map(severity => [severity, cadence[name][severity]]))
    return differs.length === 0 ? [] : [[name, own] as const]
  })
  return Object.fromEntries(columns)
}

/** The longest that a method or a team may ask for, in minutes: a week. */
export const LONGEST_CADENCE = 7 * 24 * 60

/** [MA2] What holds for incidents that were declared before they had a method. */
export const defaultCadence: Cadence = {
  checkpointMinutes: inMinutes(checkpointEvery),
  firstUpdateMinutes: inMinutes(firstUpdateWithin),
  updateMinutes: inMinutes(updateEvery),
}

function inMinutes<Span extends Millis | null>(spans: Readonly<Record<Severity, Span>>): Record<Severity, Span> {
  const entries = Object.entries<Span>(spans).map(([severity, span]) => [
    severity,
    span === null ? span : span / MINUTE,
  ])
  return Object.fromEntries(entries) as Record<Severity, Span>
}

/** Minutes of a cadence as a span; null stays null. */
export function cadenceSpan<Minutes extends number | null>(
  minutes: Minutes,
): Minutes extends number ? Millis : Millis | null
export function cadenceSpan(minutes: number | null): Millis | null {
  return minutes === null ? null : minutes * MINUTE
}
