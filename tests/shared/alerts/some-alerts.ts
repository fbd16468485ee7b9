import { openAlertIndex } from '../../../src/main/engine/alerts/index-of-alerts'
import type { AlertFacts, StormAlert } from '../../../src/shared/domain/alerts/facts'
import type { AlertGroup } from '../../../src/shared/domain/alerts/group'
import { MINUTE } from '../../../src/shared/lib/time'

export const T = Date.UTC(2026, 10, 20, 12)

/** `minute` counts from T. */
export interface SomeAlert extends Partial<AlertFacts> {
  readonly minute?: number
  readonly clearedAt?: number | null
}

export function alert(id: string, { minute = 0, clearedAt = null, ...facts }: SomeAlert = {}): StormAlert {
  return {
    row: {
      ...{ id, connection: 'prom', origin: 'alert', title: `Title of ${id}`, service: null, cause: null, labels: {} },
      ...{ urgency: 'high', state: 'firing', startedAt: T + minute * MINUTE },
      ...facts,
    },
    clearedAt,
  }
}

export type Declared = Readonly<Record<string, readonly string[]>>

export function groupsOf(alerts: readonly StormAlert[], dependsOn: Declared = {}): ReadonlyMap<string, AlertGroup> {
  const index = openAlertIndex(dependsOn)
  index.apply({ put: alerts, drop: [] })
  return new Map(index.groups().map(group => [group.id, group]))
}

/** Which alert stands in which group. */
export function placesOf(alerts: readonly StormAlert[], dependsOn: Declared = {}): Readonly<Record<string, string>> {
  const index = openAlertIndex(dependsOn)
  index.apply({ put: alerts, drop: [] })
  const places = index.groups().flatMap(({ id }) => index.members(id).map(({ row }) => [row.id, id] as const))
  return Object.fromEntries(places)
}
