import type { Api } from '../../http/api'
import type {
  CopiesOutcome,
  OutgoingRequest,
  RequestDelivery,
  SendOutcome,
  VerificationOutcome,
} from '../../outbox/types'
import { neverTwice, notOurs } from '../outcome'
import { setComponents, verifyComponents } from './components'
import { findMaintenanceCopies } from './copies'
import { scheduleMaintenance, verifyMaintenance } from './maintenance'
import { moveMaintenance, verifyMove } from './maintenance-move'
import { postPoint, verifyPoint } from './metrics'
import { publishPostmortem, verifyPostmortem } from './postmortem'
import { editUpdate, verifyEdit } from './update-edit'

/** What customers read besides updates. `page` is the path of the one page of this connection. */
export function statuspageRequests(api: Api, page: string): RequestDelivery {
  return {
    send: (request, signal) => send(api, page, request, signal),
    verify: (request, signal) => verifyRequest(api, page, request, signal),
    findCopies: (request, signal) => findCopies(api, page, request, signal),
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
    case 'metric-point':
      return postPoint(api, page, what, signal)
    case 'update-edit':
      return editUpdate(api, page, what, signal)
    default:
      return notOurs
  }
}

async function verifyRequest(
  api: Api,
  page: string,
  { item: request, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  switch (what.kind) {
    case 'components-set':
      return verifyComponents(api, page, what, signal)
    case 'maintenance-schedule':
      return verifyMaintenance(api, page, request, signal)
    case 'maintenance-move':
      return verifyMove(api, page, what, signal)
    case 'postmortem-publish':
      return verifyPostmortem(api, page, what, signal)
    case 'metric-point':
      return verifyPoint()
    case 'update-edit':
      return verifyEdit(api, page, what, signal)
    default:
      return { found: 'absent' }
  }
}

/** Components, postmortems, moves and edits set a state: set twice, it is set. */
async function findCopies(
  api: Api,
  page: string,
  { item: request, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  return what.kind === 'maintenance-schedule' ? findMaintenanceCopies(api, page, request, signal) : neverTwice
}
