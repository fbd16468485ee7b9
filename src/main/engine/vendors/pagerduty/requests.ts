import type { Api } from '../../http/api'
import type {
  CopiesOutcome,
  OutgoingRequest,
  RequestDelivery,
  SendOutcome,
  VerificationOutcome,
} from '../../outbox/types'
import { neverTwice, notOurs, refusedHere } from '../outcome'
import type { PageDesk } from './desk'
import { changePage, verifyChange } from './page-changes'
import { createPage, findCreatedCopies, verifyCreated } from './page-create'
import { askResponders, findResponderCopies, verifyResponders } from './page-responders'
import { snoozePage, verifySnooze } from './page-snooze'
import { addNote, findNoteCopies, sendStatusUpdate, verifyNote, verifyStatusUpdate } from './page-texts'

/**
 * Acts on PagerDuty's incidents. It knows no idempotency key but `incident_key`: changes are looked up by the state that
 * they ask for, texts by our marker at their end.
 */
export function pagerDutyRequests(api: Api, from: string): RequestDelivery {
  const desk = { api, from }
  return {
    send: async (request, signal) => (from === '' ? noSender : send(desk, request, signal)),
    verify: (request, signal) => verifyRequest(desk, request, signal),
    findCopies: (request, signal) => findCopies(desk, request, signal),
  }
}

const noSender = refusedHere('page-without-sender')

async function send(desk: PageDesk, { what, ...request }: OutgoingRequest, signal: AbortSignal): Promise<SendOutcome> {
  switch (what.kind) {
    case 'page-acknowledge':
    case 'page-resolve':
    case 'page-reassign':
    case 'page-escalate':
      return changePage(desk, what, signal)
    case 'page-snooze':
      return snoozePage(desk, { ...request, what }, signal)
    case 'page-note':
      return addNote(desk, { ...request, what }, signal)
    case 'page-status-update':
      return sendStatusUpdate(desk, { ...request, what }, signal)
    case 'page-add-responders':
      return askResponders(desk, { ...request, what }, signal)
    case 'page-create':
      return createPage(desk, { ...request, what }, signal)
    default:
      return notOurs
  }
}

async function verifyRequest(
  desk: PageDesk,
  { what, ...request }: OutgoingRequest,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  switch (what.kind) {
    case 'page-acknowledge':
    case 'page-resolve':
    case 'page-reassign':
    case 'page-escalate':
      return verifyChange(desk, what, signal)
    case 'page-snooze':
      return verifySnooze(desk, what, signal)
    case 'page-note':
      return verifyNote(desk, { ...request, what }, signal)
    case 'page-status-update':
      return verifyStatusUpdate(desk, { ...request, what }, signal)
    case 'page-add-responders':
      return verifyResponders(desk, { ...request, what }, signal)
    case 'page-create':
      return verifyCreated(desk, request.item, signal)
    default:
      return { found: 'absent' }
  }
}

/**
 * A change of state that is made twice is made. Of status updates there is no list: what the log shows of one is not
 * documented, and several of its entries may be about one update.
 */
async function findCopies(
  desk: PageDesk,
  { what, ...request }: OutgoingRequest,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  switch (what.kind) {
    case 'page-note':
      return findNoteCopies(desk, { ...request, what }, signal)
    case 'page-add-responders':
      return findResponderCopies(desk, { ...request, what }, signal)
    case 'page-create':
      return findCreatedCopies(desk, request.item, signal)
    default:
      return neverTwice
  }
}
