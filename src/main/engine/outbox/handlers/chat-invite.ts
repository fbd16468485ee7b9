import { vendorRequest } from './vendor-request'

export const chatInviteHandler = vendorRequest<'chat-invite'>({ goesStale: false })
