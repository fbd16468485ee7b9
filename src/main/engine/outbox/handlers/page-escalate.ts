import { vendorRequest } from './vendor-request'

export const pageEscalateHandler = vendorRequest<'page-escalate'>({ goesStale: false })
