import { nameKey } from './alerts/facts'
import type { Incident } from './incident'

export interface ServiceLink {
  readonly name: string
  readonly url: string
}

/** What a service promises. */
export interface ServiceObjective {
  /** Percent. */
  readonly availability?: number | undefined
  /** Percent of requests. */
  readonly errors?: number | undefined
  /** Milliseconds, p95. */
  readonly latency?: number | undefined
}

/** One step of an escalation policy. */
export interface EscalationStep {
  /** Who is notified; people and schedules by name. */
  readonly who: readonly string[]
  /** Minutes until the next step. */
  readonly minutes: number
}

/** [SY8] A service as PagerDuty lists it. */
export interface PagerDutyService {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Its page at PagerDuty, as PagerDuty says. */
  readonly url: string | null
  /** Teams there; empty: nobody's. */
  readonly teams: readonly string[]
  /** The escalation policy; empty: not said. */
  readonly policy: string
  readonly steps: readonly EscalationStep[]
}

/** [SY1] A service as the team's files describe it. */
export interface CatalogueService {
  readonly id: string
  /** What customers may read; null: not stated. */
  readonly name: string | null
  /** Other names of it: of labels, of PagerDuty, of Backstage. */
  readonly aliases: readonly string[]
  /** Null: unowned. */
  readonly owner: string | null
  readonly dependsOn: readonly string[]
  readonly runbooks: readonly ServiceLink[]
  readonly dashboards: readonly ServiceLink[]
  /** Titles of panels of its dashboards that an incident brings along; empty: nobody has named any. */
  readonly panels: readonly string[]
  /** Who is called after whom, in the team's own words. */
  readonly ladder: string | null
  readonly objective: ServiceObjective | null
  /** Names or ids of components of a status page. */
  readonly components: readonly string[]
  /** [SY8] The same service at PagerDuty; absent: it lists none, or was not asked. */
  readonly pagerDuty?: PagerDutyService | undefined
}

/** [SY8] Who owns it: whom the team's files name, else the teams that PagerDuty has; empty: nobody. */
export function ownerOfService({ owner, pagerDuty }: Pick<CatalogueService, 'owner' | 'pagerDuty'>): string {
  return owner ?? pagerDuty?.teams.join(', ') ?? ''
}

/** [SY2] The service that something calls by this name: its id, else one of its aliases, in any spelling. */
export function serviceCalled(catalogue: readonly CatalogueService[], name: string): CatalogueService | undefined {
  const key = nameKey(name)
  return (
    catalogue.find(({ id }) => nameKey(id) === key) ??
    catalogue.find(({ aliases }) => aliases.some(alias => nameKey(alias) === key))
  )
}

/** A service of an incident: the name that a person or a vendor gave it, and what the catalogue has under that name. */
export interface IncidentService {
  readonly called: string
  readonly service: CatalogueService | undefined
}

/**
 * [SY2] The services that an incident is about: the stated ones, and those of its PagerDuty incidents. One that is
 * missing in the catalogue is named too.
 */
export function servicesOfIncident(
  catalogue: readonly CatalogueService[],
  { services, pages }: Pick<Incident, 'services' | 'pages'>,
): readonly IncidentService[] {
  const found = new Map<string, IncidentService>()
  for (const called of [...(services ?? []), ...pages.flatMap(({ service }) => service ?? [])]) {
    const service = serviceCalled(catalogue, called)
    const key = nameKey(service?.id ?? called)
    if (!found.has(key)) found.set(key, { called, service })
  }
  return [...found.values()]
}

/** Where both files have something of a service the first one's word counts. */
export function mergedCatalogue(
  first: readonly CatalogueService[],
  second: readonly CatalogueService[],
): readonly CatalogueService[] {
  const more = new Map(second.map(service => [nameKey(service.id), service]))
  const merged = first.map(service => {
    const other = more.get(nameKey(service.id))
    more.delete(nameKey(service.id))
    return other === undefined ? service : filledUp(service, other)
  })
  return [...merged, ...more.values()]
}

function filledUp(service: CatalogueService, other: CatalogueService): CatalogueService {
  const list = <Item>(own: readonly Item[], others: readonly Item[]) => (own.length > 0 ? own : others)
  return {
    ...{ id: service.id, name: service.name ?? other.name },
    aliases: [...new Set([...service.aliases, ...other.aliases])],
    owner: service.owner ?? other.owner,
    dependsOn: list(service.dependsOn, other.dependsOn),
    runbooks: list(service.runbooks, other.runbooks),
    dashboards: list(service.dashboards, other.dashboards),
    panels: list(service.panels, other.panels),
    ladder: service.ladder ?? other.ladder,
    objective: service.objective ?? other.objective,
    components: list(service.components, other.components),
  }
}

/**
 * [SY8] With the services that PagerDuty lists. One that the files know by PagerDuty's id or name is that one, and keeps
 * what the files say of it; the others come after those of the files.
 */
export function withPagerDuty(
  catalogue: readonly CatalogueService[],
  listed: readonly PagerDutyService[],
): readonly CatalogueService[] {
  const known = new Map<string, PagerDutyService>()
  const others: PagerDutyService[] = []
  for (const one of listed) {
    const service = serviceCalled(catalogue, one.id) ?? serviceCalled(catalogue, one.name)
    if (service === undefined) others.push(one)
    // By its id before one that only has its name.
    else if (!known.has(service.id) || isCalled(service, one.id)) known.set(service.id, one)
  }
  const joined = catalogue.map(service => {
    const pagerDuty = known.get(service.id)
    if (pagerDuty === undefined) return service
    return { ...service, pagerDuty, aliases: [...new Set([...service.aliases, pagerDuty.id, pagerDuty.name])] }
  })
  return [...joined, ...others.map(onlyThere)]
}

function isCalled({ id, aliases }: CatalogueService, name: string): boolean {
  return [id, ...aliases].some(known => nameKey(known) === nameKey(name))
}

function onlyThere(pagerDuty: PagerDutyService): CatalogueService {
  return {
    ...{ id: pagerDuty.name, name: null, aliases: [pagerDuty.id], owner: null, dependsOn: [], runbooks: [] },
    ...{ dashboards: [], panels: [], ladder: null, objective: null, components: [], pagerDuty },
  }
}
