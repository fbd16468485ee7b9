import { nameKey } from './facts'

/** Which services a service needs directly, by name, as people write them down in the settings. */
export type DependsOn = Readonly<Record<string, readonly string[]>>

/** The declared dependencies, followed to their ends. Names are keys of `nameKey`; a service is never its own. */
export interface Dependencies {
  /** What a service needs, directly or through others. */
  needsOf(service: string): ReadonlySet<string>
  /** Who needs a service, directly or through others. */
  usersOf(service: string): ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()

export function followDependencies(declared: DependsOn): Dependencies {
  const direct = new Map<string, Set<string>>()
  for (const [service, needs] of Object.entries(declared)) {
    const known = direct.get(nameKey(service)) ?? new Set()
    for (const need of needs) known.add(nameKey(need))
    direct.set(nameKey(service), known)
  }
  const needs = new Map([...direct.keys()].map(service => [service, reachable(direct, service)]))
  const users = new Map<string, Set<string>>()
  for (const [service, reached] of needs) {
    for (const need of reached) users.set(need, (users.get(need) ?? new Set()).add(service))
  }
  return { needsOf: service => needs.get(service) ?? nobody, usersOf: service => users.get(service) ?? nobody }
}

function reachable(direct: ReadonlyMap<string, ReadonlySet<string>>, from: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const next = [from]
  for (let service = next.pop(); service !== undefined; service = next.pop()) {
    for (const need of direct.get(service) ?? []) {
      if (need === from || reached.has(need)) continue
      reached.add(need)
      next.push(need)
    }
  }
  return reached
}

/**
 * [AG2] The service whose group an alert of `service` joins: of what it needs and what alerts too, the furthest
 * upstream. Services that need each other share the first of their names. Of several equals the first by name, so that
 * every machine says the same.
 */
export function rootService({ needsOf }: Dependencies, service: string, alerts: (service: string) => boolean): string {
  const alerting = [service, ...[...needsOf(service)].filter(alerts)]
  const above = (a: string, b: string) => needsOf(b).has(a) && !needsOf(a).has(b)
  const tops = alerting.filter(one => !alerting.some(other => above(other, one)))
  const circle = tops.includes(service) ? tops.filter(top => top === service || needsOf(top).has(service)) : tops
  return circle.reduce((first, one) => (one < first ? one : first), circle[0] ?? service)
}
