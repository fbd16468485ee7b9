import { vendorRequest } from './vendor-request'

export const pageStatusUpdateHandler = vendorRequest<'page-status-update'>({ goesStale: false })
