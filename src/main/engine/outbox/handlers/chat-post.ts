import { vendorRequest } from './vendor-request'

export const chatPostHandler = vendorRequest<'chat-post'>({ goesStale: false })
