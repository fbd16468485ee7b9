import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, isWorse } from '../../../../shared/domain/restore-components'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'

export type ComponentsSet = Extract<VendorRequest, { readonly kind: 'components-set' }>

/**
 * [SB2] What is offered once an incident is resolved: its components that customers still see worse than before it.
 * Not offered while components of that page are on their way already, nor where the page has not been read.
 */
export function setBackOffers(incident: Incident, pages: readonly StatusPage[]): readonly ComponentsSet[] {
  if (incident.status !== 'resolved') return []
  return pages.flatMap(page => {
    if (isOnItsWay(incident, page)) return []
    const components = changedComponents(incident, page.connection).flatMap(({ id, to }) => {
      const shown = page.components.find(component => component.id === id)
      return shown === undefined || !isWorse(shown.status, to)
        ? []
        : [{ id, name: shown.name, status: to, before: shown.status }]
    })
    return components.length === 0 ? [] : [{ kind: 'components-set', connection: page.connection, components }]
  })
}

function isOnItsWay({ acts }: Incident, { connection }: StatusPage): boolean {
  return acts.some(
    ({ what, standing }) =>
      what.kind === 'components-set' && what.connection === connection && standing.state === 'waiting',
  )
}
