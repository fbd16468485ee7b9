import { vendorRequest } from './vendor-request'

export const postmortemPublishHandler = vendorRequest<'postmortem-publish'>({ goesStale: true })
