import { vendorRequest } from './vendor-request'

export const pageSnoozeHandler = vendorRequest<'page-snooze'>({ goesStale: false })
