import { vendorRequest } from './vendor-request'

export const pageResolveHandler = vendorRequest<'page-resolve'>({ goesStale: false })
