import { vendorRequest } from './vendor-request'

export const maintenanceScheduleHandler = vendorRequest<'maintenance-schedule'>({ goesStale: true })
