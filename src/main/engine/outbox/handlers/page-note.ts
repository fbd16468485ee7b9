import { vendorRequest } from './vendor-request'

export const pageNoteHandler = vendorRequest<'page-note'>({ goesStale: false })
