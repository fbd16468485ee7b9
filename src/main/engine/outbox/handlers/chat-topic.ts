import { vendorRequest } from './vendor-request'

export const chatTopicHandler = vendorRequest<'chat-topic'>({ goesStale: false })
