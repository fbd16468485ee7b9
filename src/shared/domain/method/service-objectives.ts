import type { IncidentService, ServiceObjective } from '../service-catalogue'
import type { FactNow } from './facts-now'

/** What the catalogue says that a service of the incident promises; of one that promises nothing too. */
export interface ServicePromise {
  readonly service: string
  readonly objective: ServiceObjective
}

/** Which measures of the gate an objective speaks of. */
export type PromisedMeasure = 'errors' | 'latency'

export function promisesOf(services: readonly IncidentService[]): readonly ServicePromise[] {
  return services.map(({ called, service }) => ({
    service: service?.id ?? called,
    objective: service?.objective ?? {},
  }))
}

/** [GT15] Those that say something of this measure, and of them only that. */
export function promisesFor(measure: PromisedMeasure, promises: readonly ServicePromise[]): readonly ServicePromise[] {
  return promises.flatMap(({ service, objective: { availability, errors, latency } }) => {
    const objective =
      measure === 'latency'
        ? { ...(latency !== undefined && { latency }) }
        : { ...(availability !== undefined && { availability }), ...(errors !== undefined && { errors }) }
    return Object.keys(objective).length === 0 ? [] : [{ service, objective }]
  })
}

/**
 * [GT15] Whether a panel that has no SLO of its own is over that of every service: nobody said which of them it
 * measures, so that only the loosest can be held against it, and none while one of them has no such SLO.
 */
export function isOverPromises(
  facts: readonly FactNow[],
  measure: PromisedMeasure,
  promises: readonly ServicePromise[],
): boolean {
  const bounds = promises.flatMap(({ objective }) => objective[measure] ?? [])
  if (bounds.length === 0 || bounds.length < promises.length) return false
  const loosest = Math.max(...bounds)
  return facts.some(fact => fact.limit === null && (promisedFigure(fact, measure) ?? 0) > loosest)
}

const milliseconds: Readonly<Record<string, number>> = {
  ...{ nanoseconds: 1e-6, microseconds: 1e-3, milliseconds: 1, centiseconds: 10, seconds: 1_000, minutes: 60_000 },
}

/** In the unit of the objective: percent, or milliseconds of a p95. Null: it is not of now, or counts something else. */
function promisedFigure({ fact, unit, value, counted, current }: FactNow, measure: PromisedMeasure): number | null {
  if (!current || value === null) return null
  if (measure === 'errors') return fact === 'errors' && (unit === 'percent' || unit === 'ratio') ? counted : null
  const factor = fact === 'p95' ? milliseconds[unit] : undefined
  return factor === undefined ? null : value * factor
}
