import type { StatusPage, StatusPageComponent } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { componentsOf, type PublicService } from '../../../../shared/domain/public-names'
import type { Severity } from '../../../../shared/domain/severity'
import type { ComponentStatus, UpdateContent } from '../../../../shared/domain/update'

/** What customers of a component most likely feel; null: nobody tells them. */
const statusOf: Readonly<Record<Severity, ComponentStatus | null>> = {
  'SEV-1': 'major_outage',
  'SEV-2': 'partial_outage',
  'SEV-3': 'degraded_performance',
  'SEV-4': null,
}

export interface ProposedComponent {
  readonly component: StatusPageComponent
  readonly to: ComponentStatus
}

/** [CM10] Components of the incident's services that still look well, with what its severity means to customers. */
export function proposedComponents(
  incident: Incident,
  components: readonly StatusPageComponent[],
  services: readonly PublicService[],
): readonly ProposedComponent[] {
  const to = statusOf[incident.severity]
  if (to === null) return []
  const named = incident.pages.flatMap(({ service }) => (service ? [service] : []))
  const ids = new Set(named.flatMap(service => componentsOf(service, services, components).map(({ id }) => id)))
  return components
    .filter(({ id, status }) => ids.has(id) && status === 'operational')
    .map(component => ({ component, to }))
}

/** [CM11] Customers would read of trouble beside a page on which all is well. */
export function staysGreen(incident: Incident, content: UpdateContent, page: StatusPage | undefined): boolean {
  if (page === undefined || page.components.length === 0 || content.stage === 'resolution') return false
  if (incident.severity !== 'SEV-1' && incident.severity !== 'SEV-2') return false
  return page.components.every(({ id, status }) => (content.components[id] ?? status) === 'operational')
}

/** [PN3] What customers may know the incident's services as: the page's components of like names, else all of them. */
export function productNames(
  incident: Incident,
  pages: readonly StatusPage[],
  services: readonly PublicService[],
): readonly string[] {
  const components = pages.flatMap(page => page.components)
  const named = incident.pages.flatMap(({ service }) => (service ? [service] : []))
  const like = named.flatMap(service => componentsOf(service, services, components))
  return [...new Set((like.length > 0 ? like : components).map(({ name }) => name))].slice(0, MOST_NAMES)
}

/** More are found faster by typing. */
const MOST_NAMES = 6
