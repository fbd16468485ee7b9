import { pageLinked } from '../../../../shared/events/page-linked'
import { vendorRequest } from './vendor-request'

/** [AC3] A page that was made from an incident is one of its pages. */
export const pageCreateHandler = vendorRequest<'page-create'>({
  goesStale: false,
  whenDone({ connection, title, service }, { externalId, url }, now) {
    const page = { connection, externalId, title, service: service.name, url }
    return [pageLinked.draft({ page }, now, { kind: 'engine' })]
  },
})
