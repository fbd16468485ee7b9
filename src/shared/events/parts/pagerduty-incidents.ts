import type { LinkedPagerDutyIncident } from '../../domain/incident'
import { definePart } from './define-part'

export const pagerDutyIncidentsPart = definePart('pages', {
  initial: ({ body: { page } }) => ({ pages: page === null ? [] : [page] }),
  on: {
    'page-linked': ({ pages }, { body: { page } }) => ({ pages: [...pages, page] }),
    // One that is not linked (any more) changes nothing, so that two sessions may send the same.
    'pagerduty-incident-unlinked': ({ pages }, { body: { pagerDutyIncident: gone } }) => ({
      pages: pages.filter(page => !isSame(page, gone)),
    }),
  },
})

function isSame(a: LinkedPagerDutyIncident, b: LinkedPagerDutyIncident): boolean {
  return a.connection === b.connection && a.externalId === b.externalId
}
