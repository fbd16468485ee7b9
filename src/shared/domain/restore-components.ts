import type { ConnectionId } from './ids'
import type { Incident } from './incident'
import { componentsOf, type NamedComponent, type PublicService } from './public-names'
import { type ComponentStatus, componentStatuses } from './update'

/** A component that this incident changed, as it is to be once the incident is over. */
export interface ComponentRestore {
  readonly id: string
  readonly to: ComponentStatus
}

/**
 * [SB1] What this incident changed on the page of `connection`, each with the best that it was before one of the
 * changes; operational where nobody had read it. Only what surely reached customers counts as changed.
 */
export function changedComponents(
  { updates, acts }: Pick<Incident, 'updates' | 'acts'>,
  connection: ConnectionId,
): readonly ComponentRestore[] {
  const before = new Map<string, ComponentStatus>()
  const note = (id: string, was: ComponentStatus = 'operational') => before.set(id, better(was, before.get(id)))
  for (const { content, delivery } of updates) {
    if (delivery.state !== 'published' || content.channel.connection !== connection) continue
    for (const id of Object.keys(content.components)) note(id, content.before?.[id])
  }
  for (const { what, standing } of acts) {
    if (standing.state !== 'done' || what.kind !== 'components-set' || what.connection !== connection) continue
    for (const { id, before: was } of what.components) note(id, was)
  }
  return [...before].map(([id, to]) => ({ id, to }))
}

/** A component as customers see it now. */
interface ShownComponent extends NamedComponent {
  readonly status: ComponentStatus
}

/** What is said of an open alert where it speaks against a restore. */
interface AlertOfService {
  readonly title: string
  readonly service: string | null
  readonly state: 'firing' | 'acknowledged' | 'pending' | 'suppressed'
}

/** Why a component is not restored unless a person says so. */
export type HeldBack =
  | { readonly because: 'alert'; readonly title: string; readonly more: number }
  /** `left`: the status that the incident gave it last. */
  | { readonly because: 'worsened'; readonly left: ComponentStatus }

/**
 * [SB4] Components that are better left as they are, by id: a service that they stand for has an open alert that nothing
 * suppresses, or somebody made them worse than the incident left them.
 * @param alerts the loudest first: that one is named
 * @param services of `services.yaml`
 */
export function componentsHeldBack(
  incident: Pick<Incident, 'updates' | 'acts'>,
  page: { readonly connection: ConnectionId; readonly components: readonly ShownComponent[] },
  alerts: readonly AlertOfService[],
  services: readonly PublicService[],
): ReadonlyMap<string, HeldBack> {
  const held = new Map<string, HeldBack>()
  const left = leftBy(incident, page.connection)
  for (const { id, status } of page.components) {
    const was = left.get(id)
    if (was !== undefined && isWorse(status, was)) held.set(id, { because: 'worsened', left: was })
  }
  for (const [id, [first, ...others]] of alertsByComponent(page.components, alerts, services)) {
    if (first !== undefined) held.set(id, { because: 'alert', title: first, more: others.length })
  }
  return held
}

function alertsByComponent(
  components: readonly ShownComponent[],
  alerts: readonly AlertOfService[],
  services: readonly PublicService[],
): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>()
  const red = alerts.filter(({ state }) => state === 'firing' || state === 'acknowledged')
  for (const [service, its] of Map.groupBy(red, one => one.service)) {
    if (service === null) continue
    for (const { id } of componentsOf(service, services, components))
      titles.set(id, [...(titles.get(id) ?? []), ...its.map(({ title }) => title)])
  }
  return titles
}

/** The status that this incident gave each component last, of what surely reached customers. */
function leftBy({ updates, acts }: Pick<Incident, 'updates' | 'acts'>, connection: ConnectionId) {
  const given: { readonly at: number; readonly changes: readonly (readonly [string, ComponentStatus])[] }[] = []
  for (const { content, delivery } of updates) {
    if (delivery.state !== 'published' || content.channel.connection !== connection) continue
    given.push({ at: delivery.at, changes: Object.entries(content.components) })
  }
  for (const { what, standing, askedAt = 0 } of acts) {
    if (standing.state !== 'done' || what.kind !== 'components-set' || what.connection !== connection) continue
    given.push({ at: askedAt, changes: what.components.map(({ id, status }) => [id, status] as const) })
  }
  return new Map(given.sort((one, other) => one.at - other.at).flatMap(({ changes }) => changes))
}

/** A component is set back only to something better: what got well by other means stays as it is. */
export function isWorse(one: ComponentStatus, other: ComponentStatus): boolean {
  return componentStatuses.indexOf(one) > componentStatuses.indexOf(other)
}

function better(one: ComponentStatus, other: ComponentStatus = one): ComponentStatus {
  return isWorse(one, other) ? other : one
}
