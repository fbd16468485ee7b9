import { vendorRequest } from './vendor-request'

export const chatPinHandler = vendorRequest<'chat-pin'>({ goesStale: false })
