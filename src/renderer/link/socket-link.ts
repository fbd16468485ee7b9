import type { CallName, CallReply, Input } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import { FRAME_LIMIT, readServerFrame, type ServerFrame } from '../../shared/contract/frames'
import type { EngineLink } from '../../shared/contract/link'
import { newId, type RequestId } from '../../shared/domain/ids'
import { fail, type Reply } from '../../shared/lib/reply'
import { texts } from '../../shared/texts/texts'
import { PushListeners, StateListeners } from './listeners'
import { isPatient } from './patient-calls'
import { openReconnectingSocket, type ReconnectOptions, type WebSocketLike } from './reconnecting-socket'
import { inTurns } from './turns'

type Answered = Reply<unknown, Fault>

interface PendingCall {
  readonly frame: string
  /** Belongs to one connection: answered `disconnected` when that is lost. */
  readonly perConnection: boolean
  /** [CW5] Waits for the engine without end. */
  readonly patient: boolean
  sent: boolean
  /** Also on a connection that dropped before the answer: the call may have been carried out. */
  wasSent: boolean
  readonly settle: (reply: Answered) => void
}

const disconnected: Answered = fail({
  kind: 'disconnected',
  message: texts.linkFaults.dropped,
})

/** [CW5] The call was never sent: nothing of it was done. */
const notSent: Answered = fail({ kind: 'disconnected', message: texts.linkFaults.notSent })

const unanswered: Answered = fail({ kind: 'disconnected', message: texts.linkFaults.unanswered })

/** Calls without an answer, in order. Each is settled once. */
class PendingCalls {
  readonly #calls = new Map<RequestId, PendingCall>()

  add(id: RequestId, call: PendingCall): void {
    this.#calls.set(id, call)
  }

  /** Ignores a second reply to a call that was sent twice. */
  settle(id: RequestId, reply: Answered): void {
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    call?.settle(reply)
  }

  /** Sends, in order, the calls that this connection has not sent yet. */
  sendAll(send: (frame: string) => boolean): void {
    for (const call of this.#calls.values()) {
      if (call.sent) continue
      call.sent = send(call.frame)
      call.wasSent ||= call.sent
    }
  }

  /** [CW5] Answers the calls that must not run late. */
  giveUp(): void {
    for (const [id, { patient, wasSent }] of this.#calls) if (!patient) this.settle(id, wasSent ? unanswered : notSent)
  }

  /** Answers calls that belong to the lost connection; the others wait to be sent again. */
  dropConnection(): void {
    for (const [id, call] of this.#calls) {
      call.sent = false
      if (call.perConnection) this.settle(id, disconnected)
    }
  }

  abandon(): void {
    for (const id of [...this.#calls.keys()]) this.settle(id, disconnected)
  }
}

export interface SocketLink extends EngineLink {
  /** Closes the connection for good; pending calls are answered `disconnected`. */
  close(): void
}

/** Calls that belong to one connection: the page makes them again on each new one. */
const perConnection: ReadonlySet<CallName> = new Set([
  'session:hello',
  'log:follow',
  'log:unfollow',
  // Only the newest text counts, and the page sends it again.
  'typed-text:write',
])

/** [CW5] A restarted engine, or a short network drop, is back sooner. */
const GIVES_UP_AFTER = 20_000

/**
 * The engine over one WebSocket, which reconnects by itself. Unanswered calls are sent again with the same request ids,
 * so a command runs once. After a reconnect the state's listeners run before those calls are sent, so that the session
 * says hello first. Calls that belong to the lost connection are answered `disconnected`.
 * @param url such as `ws://127.0.0.1:4000/link`
 * @param means what the browser provides and tests replace
 */
export function openSocketLink(url: string, means: Partial<Omit<ReconnectOptions, 'url'>> = {}): SocketLink {
  const pushes = new PushListeners()
  const states = new StateListeners()
  const calls = new PendingCalls()
  const frames = inTurns<ServerFrame>(frame => {
    if ('push' in frame) return pushes.emit(frame.push, frame.payload)
    pushes.catchUp()
    calls.settle(frame.id, frame.reply)
  })
  let closed = false
  const outage = watchOutage(means.after ?? afterWallTime, () => calls.giveUp())
  const socket = openReconnectingSocket(
    { url, connect: connectBrowserSocket, after: afterWallTime, random: Math.random, ...means },
    {
      opened: () => {
        outage.end()
        states.change('open')
        calls.sendAll(socket.send)
      },
      received: data => {
        const frame = readServerFrame(data)
        if (frame !== undefined) frames.arrive(frame)
      },
      dropped: why => {
        frames.flush()
        // Answers first: a listener of `lost` may make calls, which belong to no connection yet.
        calls.dropConnection()
        outage.begin()
        states.change(why === undefined || why === 'silent' ? 'lost' : why)
      },
    },
  )

  const call = (name: CallName, input: unknown) =>
    new Promise<Reply<unknown, Fault>>(settle => {
      const id = newId<RequestId>()
      const frame = JSON.stringify({ id, name, input })
      const isPerConnection = perConnection.has(name)
      if (closed || (isPerConnection && states.isLost)) return settle(disconnected)
      if (!fits(frame)) return settle(tooLarge)
      const patient = isPatient(name)
      if (outage.isLong() && !patient) return settle(notSent)
      const sent = socket.send(frame)
      calls.add(id, { frame, perConnection: isPerConnection, patient, sent, wasSent: sent, settle })
    })

  return {
    call: <Name extends CallName>(name: Name, input: Input<Name>) => call(name, input) as CallReply<Name>,
    on: (name, listener) => pushes.on(name, listener),
    onState: listener => states.on(listener),
    close: () => {
      closed = true
      outage.end()
      socket.stop()
      calls.abandon()
      states.change('lost')
    },
  }
}

/** [CW5] Runs `tell` once the engine was away for long, however many attempts were made meanwhile. */
function watchOutage(after: ReconnectOptions['after'], tell: () => void) {
  let stop: (() => void) | undefined
  let long = false
  return {
    begin() {
      stop ??= after(GIVES_UP_AFTER, () => {
        long = true
        tell()
      })
    },
    end() {
      stop?.()
      stop = undefined
      long = false
    },
    isLong: () => long,
  }
}

const tooLarge: Reply<never, Fault> = fail({
  kind: 'invalid-input',
  field: '',
  message: texts.linkFaults.tooMuch,
})

/** The host drops a connection that sends more, and resending the call would drop it again forever. */
function fits(frame: string): boolean {
  // No character of a JavaScript string takes more than three bytes.
  return frame.length * 3 <= FRAME_LIMIT || new TextEncoder().encode(frame).length <= FRAME_LIMIT
}

function connectBrowserSocket(url: string): WebSocketLike {
  return new WebSocket(url)
}

function afterWallTime(wait: number, run: () => void): () => void {
  const timer = setTimeout(run, wait)
  return () => clearTimeout(timer)
}
