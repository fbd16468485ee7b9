import type { OutwardAct } from '../../../../shared/domain/act'
import type { Api } from '../../http/api'
import type { OutgoingAct } from '../../outbox/types'

/** `from` is the e-mail of the user that writes are done for; `api` sends it with each of them. */
export interface PageDesk {
  readonly api: Api
  readonly from: string
}

/** An act of one kind on its way. */
export type Outgoing<Kind extends OutwardAct['kind']> = OutgoingAct & {
  readonly what: Extract<OutwardAct, { readonly kind: Kind }>
}
