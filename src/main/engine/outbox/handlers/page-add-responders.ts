import { vendorRequest } from './vendor-request'

export const pageAddRespondersHandler = vendorRequest<'page-add-responders'>({ goesStale: false })
