import { vendorRequest } from './vendor-request'

export const pageAcknowledgeHandler = vendorRequest<'page-acknowledge'>({ goesStale: false })
