import type { LinkedPage } from '../../domain/incident'
import { definePart } from './define-part'

export const pagesPart = definePart('pages', {
  initial: ({ body: { page } }) => ({ pages: page === null ? [] : [page] }),
  on: {
    'page-linked': ({ pages }, { body: { page } }) => ({ pages: [...pages, page] }),
    // One that is not linked (any more) changes nothing, so that two screens may say the same.
    'pagerduty-incident-unlinked': ({ pages }, { body: { pagerDutyIncident: gone } }) => ({
      pages: pages.filter(page => !isSame(page, gone)),
    }),
  },
})

function isSame(a: LinkedPage, b: LinkedPage): boolean {
  return a.connection === b.connection && a.externalId === b.externalId
}
