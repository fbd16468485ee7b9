import { coded, codedPart } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import type { LogDamage } from '../../../shared/contract/record-problems'
import type { IncidentId } from '../../../shared/domain/ids'

/** [IN2] Which incidents' logs are damaged, and where. The first damage found in a log is the one reported. */
export interface Damages {
  of(incident: IncidentId): LogDamage | undefined
  /** @param events how many the log has; absent: `damage` already says how many are missing */
  add(incident: IncidentId, damage: LogDamage, events?: number): void
  /** How many events each log had when that was last written down: what is missing is counted from it. */
  expect(count: (incident: IncidentId) => number): void
  all(): ReadonlyMap<IncidentId, LogDamage>
}

export function openDamages(found: (incident: IncidentId, damage: LogDamage) => void): Damages {
  const known = new Map<IncidentId, LogDamage>()
  let expected = (_: IncidentId): number => 0
  return {
    of: incident => known.get(incident),
    add(incident, damage, events = Number.POSITIVE_INFINITY) {
      if (known.has(incident)) return
      const missing = Math.max(damage.missing, expected(incident) - events)
      known.set(incident, { ...damage, missing })
      found(incident, { ...damage, missing })
    },
    expect(count) {
      expected = count
    },
    all: () => known,
  }
}

/** Why nothing more is written to a damaged incident. */
export function readOnlyFault(damage: LogDamage): Fault {
  return { kind: 'refused', ...coded('record-damaged', { damage: damagePlace(damage) }) }
}

/** Where a log is damaged, and up to when it is proven, as two sentences without the last full stop. */
export function damageText(damage: LogDamage): string {
  return codedPart(damagePlace(damage)).message
}

const damageCodes = {
  cut: 'record-cut',
  altered: 'record-altered',
  unreadable: 'record-unreadable',
  'bad-signature': 'record-bad-signature',
} as const

function damagePlace({ what, place, provenUntil }: LogDamage): CodedPart {
  const proven: CodedPart =
    provenUntil === null
      ? { code: 'nothing-proven' }
      : { code: 'proven-until', values: { time: minuteOf(provenUntil) } }
  return { code: damageCodes[what], values: { place, proven } }
}

function minuteOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
}
