import { vendorRequest } from './vendor-request'

export const chatArchiveHandler = vendorRequest<'chat-archive'>({ goesStale: false })
