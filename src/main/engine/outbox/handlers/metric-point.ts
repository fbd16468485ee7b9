import { vendorRequest } from './vendor-request'

/** It has no second try without a person's word: nothing shows which points are there. */
export const metricPointHandler = vendorRequest<'metric-point'>({ goesStale: true })
