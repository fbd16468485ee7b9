import type { Fault } from '../../../shared/contract/faults'
import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'

/** [IN2] Which incidents' logs are damaged, and where. The first that is found of one stands. */
export interface Damages {
  of(incident: IncidentId): LogDamage | undefined
  add(incident: IncidentId, damage: LogDamage): void
  all(): ReadonlyMap<IncidentId, LogDamage>
}

export function openDamages(found: (incident: IncidentId, damage: LogDamage) => void): Damages {
  const known = new Map<IncidentId, LogDamage>()
  return {
    of: incident => known.get(incident),
    add(incident, damage) {
      if (known.has(incident)) return
      known.set(incident, damage)
      found(incident, damage)
    },
    all: () => known,
  }
}

/** Why nothing more is written to a damaged incident. */
export function readOnlyFault(damage: LogDamage): Fault {
  return {
    kind: 'refused',
    message: `The record of this incident is damaged: ${damageWords(damage)}, and nothing more is written to it. Declare a new incident to go on; the others are whole.`,
  }
}

/** Where a log is damaged, and up to when it is proven, as two sentences without the last full stop. */
export function damageWords({ what, place, provenUntil }: LogDamage): string {
  const where = what === 'cut' ? `its record ends before event ${place}, which was there` : `event ${place} is ${what}`
  const proven = provenUntil === null ? 'Nothing of it is proven' : `It is proven until ${minuteOf(provenUntil)} UTC`
  return `${where}. ${proven}`
}

function minuteOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
}
