import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import type { OutgoingRequest } from '../../outbox/types'

/** `from` is the e-mail of the user that writes are done for; `api` sends it with each of them. */
export interface PageDesk {
  readonly api: Api
  readonly from: string
}

/** A request of one kind on its way. */
export type Outgoing<Kind extends VendorRequest['kind']> = OutgoingRequest & {
  readonly what: Extract<VendorRequest, { readonly kind: Kind }>
}
