import type { Fault } from '../../shared/contract/faults'
import type { RequestId } from '../../shared/domain/ids'
import { fail, type Reply } from '../../shared/lib/reply'
import { texts } from '../../shared/texts/texts'

type Answered = Reply<unknown, Fault>

interface WaitingCall {
  readonly frame: string
  /** Means something on the line it was sent on only; a new line needs it said anew. */
  readonly lineBound: boolean
  sent: boolean
  readonly settle: (reply: Answered) => void
}

export const disconnected: Answered = fail({
  kind: 'disconnected',
  message: texts.linkFaults.dropped,
})

/** Calls without an answer, in the order they were made. Each is settled once. */
export class WaitingCalls {
  readonly #calls = new Map<RequestId, WaitingCall>()

  add(id: RequestId, call: WaitingCall): void {
    this.#calls.set(id, call)
  }

  /** A reply to a call that is not waiting is the second one to a call that was sent twice: nothing to do. */
  settle(id: RequestId, reply: Answered): void {
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    call?.settle(reply)
  }

  /** Sends, in their order, the calls that this line has not carried yet. */
  sendAll(send: (frame: string) => boolean): void {
    for (const call of this.#calls.values()) if (!call.sent) call.sent = send(call.frame)
  }

  /** After the line dropped: line-bound calls are answered, the others wait to be sent again. */
  lineDropped(): void {
    for (const [id, call] of this.#calls) {
      call.sent = false
      if (call.lineBound) this.settle(id, disconnected)
    }
  }

  abandon(): void {
    for (const id of [...this.#calls.keys()]) this.settle(id, disconnected)
  }
}
