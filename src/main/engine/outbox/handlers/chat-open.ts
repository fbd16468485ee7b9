import { vendorRequest } from './vendor-request'

export const chatOpenHandler = vendorRequest<'chat-open'>({ goesStale: false })
