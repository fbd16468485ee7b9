import type { Api } from '../../http/api'
import type {
  CopiesOutcome,
  OutgoingRequest,
  RequestDelivery,
  SendOutcome,
  VerificationOutcome,
} from '../../outbox/types'
import { neverTwice, notOurs } from '../outcome'
import { lookUpComponents, setComponents } from './components'
import { findMaintenanceCopies } from './copies'
import { lookUpMaintenance, scheduleMaintenance } from './maintenance'
import { lookUpMove, moveMaintenance } from './maintenance-move'
import { lookUpPostmortem, publishPostmortem } from './postmortem'

/** What customers read besides updates. `page` is the path of the one page of this connection. */
export function statuspageRequests(api: Api, page: string): RequestDelivery {
  return {
    send: (act, signal) => send(api, page, act, signal),
    verify: (act, signal) => lookUp(api, page, act, signal),
    findCopies: (act, signal) => findCopies(api, page, act, signal),
  }
}

async function send(
  api: Api,
  page: string,
  { what, ...request }: OutgoingRequest,
  signal: AbortSignal,
): Promise<SendOutcome> {
  switch (what.kind) {
    case 'components-set':
      return setComponents(api, page, what, signal)
    case 'maintenance-schedule':
      return scheduleMaintenance(api, page, { ...request, what }, signal)
    case 'maintenance-move':
      return moveMaintenance(api, page, what, signal)
    case 'postmortem-publish':
      return publishPostmortem(api, page, what, signal)
    default:
      return notOurs
  }
}

async function lookUp(
  api: Api,
  page: string,
  { item: act, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  switch (what.kind) {
    case 'components-set':
      return lookUpComponents(api, page, what, signal)
    case 'maintenance-schedule':
      return lookUpMaintenance(api, page, act, signal)
    case 'maintenance-move':
      return lookUpMove(api, page, what, signal)
    case 'postmortem-publish':
      return lookUpPostmortem(api, page, what, signal)
    default:
      return { found: 'absent' }
  }
}

/** Components, postmortems and moves set a state: set twice, it is set. */
async function findCopies(
  api: Api,
  page: string,
  { item: act, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  return what.kind === 'maintenance-schedule' ? findMaintenanceCopies(api, page, act, signal) : neverTwice
}
