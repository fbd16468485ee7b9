import { vendorRequest } from './vendor-request'

/** Done twice it is done once: the page is read before and after. */
export const updateEditHandler = vendorRequest<'update-edit'>({ goesStale: true })
