import { vendorRequest } from './vendor-request'

/** One request for each component. */
export const componentsSetHandler = vendorRequest<'components-set'>({
  goesStale: true,
  inSteps: ({ components }) => components.length > 1,
})
