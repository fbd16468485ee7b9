import { vendorRequest } from './vendor-request'

export const maintenanceMoveHandler = vendorRequest<'maintenance-move'>({ goesStale: true })
