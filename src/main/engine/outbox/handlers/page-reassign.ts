import { vendorRequest } from './vendor-request'

export const pageReassignHandler = vendorRequest<'page-reassign'>({ goesStale: false })
