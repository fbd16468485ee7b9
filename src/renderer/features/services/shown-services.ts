import { nameKey } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import { type CatalogueService, type ServiceObjective, serviceCalled } from '../../../shared/domain/service-catalogue'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const text = texts.services

/** A service of an incident: as somebody or something called it, and what the catalogue has under that name. */
export interface IncidentService {
  readonly called: string
  readonly service: CatalogueService | undefined
}

/**
 * [SY2] The services that an incident is about: those that somebody stated, and those of its PagerDuty incidents. One
 * that the catalogue does not have is named too.
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

export function withWords(catalogue: readonly CatalogueService[], typed: string): readonly CatalogueService[] {
  const words = typed.toLowerCase().split(/\s+/)
  return catalogue.filter(({ id, name, owner, aliases }) => {
    const known = [id, name ?? '', owner ?? '', ...aliases].join('\n').toLowerCase()
    return words.every(word => known.includes(word))
  })
}

/** Who needs it directly. */
export function usersOf(catalogue: readonly CatalogueService[], { id }: CatalogueService): readonly string[] {
  const key = nameKey(id)
  return catalogue.filter(({ dependsOn }) => dependsOn.some(name => nameKey(name) === key)).map(one => one.id)
}

export function objectiveText({ availability, errors, latency }: ServiceObjective): string {
  const parts = [
    availability === undefined ? '' : t(text.availability, { value: availability }),
    errors === undefined ? '' : t(text.errors, { value: errors }),
    latency === undefined ? '' : t(text.latency, { value: latency }),
  ]
  return t(text.objective, { parts: listText(parts.filter(part => part !== '')) })
}
