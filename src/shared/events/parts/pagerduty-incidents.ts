import type { LinkedPagerDutyIncident } from '../../domain/incident'
import { definePart } from './define-part'

export const pagerDutyIncidentsPart = definePart('pages', {
  initial: ({ body: { page } }) => ({ pages: page === null ? [] : [page], described: [] }),
  on: {
    'page-linked': (linked, { body: { page } }) => ({ ...linked, pages: [...linked.pages, page] }),
    // One that is not linked (any more) changes nothing, so that two sessions may send the same.
    'pagerduty-incident-unlinked': ({ pages, described }, { body: { pagerDutyIncident: gone } }) => ({
      pages: pages.filter(page => !isSame(page, gone)),
      described: described.filter(alert => !isSame(alert, gone)),
    }),
    // [DI6] The newest description counts; of what was unlinked meanwhile there is none.
    'alert-described': (linked, { body: { alert } }) =>
      linked.pages.some(page => isSame(page, alert))
        ? { ...linked, described: [...linked.described.filter(known => !isSame(known, alert)), alert] }
        : linked,
  },
})

type Identity = Pick<LinkedPagerDutyIncident, 'connection' | 'externalId'>

function isSame(a: Identity, b: Identity): boolean {
  return a.connection === b.connection && a.externalId === b.externalId
}
