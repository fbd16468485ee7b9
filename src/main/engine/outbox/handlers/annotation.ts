import { vendorRequest } from './vendor-request'

export const annotationHandler = vendorRequest<'annotation'>({ goesStale: false })
