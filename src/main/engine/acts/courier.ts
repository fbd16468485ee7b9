import type { VendorFault } from '../../../shared/contract/faults'
import type { OutwardAct } from '../../../shared/domain/act'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import type { ActDelivery, CopiesOutcome, LookUpOutcome, OutgoingAct, SendOutcome } from '../outbox/types'
import type { Act } from '../storage/acts'

/** Carries acts to the vendor account that they name. */
export interface ActCourier {
  send(row: Act, what: OutwardAct, signal: AbortSignal): Promise<SendOutcome>
  lookUp(row: Act, what: OutwardAct, signal: AbortSignal): Promise<LookUpOutcome>
  /** [OB21] */
  findCopies(row: Act, what: OutwardAct, signal: AbortSignal): Promise<CopiesOutcome>
}

export function actCourier(
  deliveryOf: (connection: ConnectionId) => ActDelivery | undefined,
  now: () => Millis,
): ActCourier {
  const outgoing = (row: Act, what: OutwardAct): OutgoingAct => {
    return { incident: row.incident, act: row.id, what, now: now() }
  }
  return {
    async send(row, what, signal) {
      const delivery = deliveryOf(what.connection)
      if (delivery === undefined) return { outcome: 'refused', fault: notConnected, again: false }
      return delivery.send(outgoing(row, what), signal)
    },
    async lookUp(row, what, signal) {
      const delivery = deliveryOf(what.connection)
      if (delivery === undefined) return { found: 'unknown', fault: notConnected, forGood: false }
      return delivery.lookUp(outgoing(row, what), signal)
    },
    async findCopies(row, what, signal) {
      return (await deliveryOf(what.connection)?.findCopies(outgoing(row, what), signal)) ?? { look: 'never' }
    },
  }
}

const notConnected: VendorFault = {
  kind: 'unreachable',
  message: 'That system is not connected any more, or cannot do this. Look at the connections.',
}
