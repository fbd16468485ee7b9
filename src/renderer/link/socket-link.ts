import type { CallName, CallReply, Input } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import { FRAME_LIMIT, readServerFrame } from '../../shared/contract/frames'
import type { EngineLink } from '../../shared/contract/link'
import { newId, type RequestId } from '../../shared/domain/ids'
import { fail, type Reply } from '../../shared/lib/reply'
import { texts } from '../../shared/texts/texts'
import { type LineOptions, type LineSocket, openLine } from './line'
import { PushListeners, StateListeners } from './listeners'
import { disconnected, WaitingCalls } from './waiting-calls'

export interface SocketLink extends EngineLink {
  /** Ends the line for good; whatever waits is answered `disconnected`. */
  close(): void
}

/** Calls that concern the line they are made on: a screen says them anew on each. */
const lineBound: ReadonlySet<CallName> = new Set([
  'session:hello',
  'log:follow',
  'log:unfollow',
  // Only the newest text counts, and the screen says it anew.
  'typed-text:write',
])

/**
 * The engine over one WebSocket. When the line drops it comes back by itself; unanswered calls are sent again with the
 * same request ids, so a command is done once. On a new line the state's listeners are told before those calls are
 * sent: who speaks is said first. A line-bound call of a lost line is answered `disconnected`.
 * @param url such as `ws://127.0.0.1:4000/link`
 * @param means what the browser gives by itself, and a test hands in
 */
export function openSocketLink(url: string, means: Partial<Omit<LineOptions, 'url'>> = {}): SocketLink {
  const pushes = new PushListeners()
  const states = new StateListeners()
  const calls = new WaitingCalls()
  let closed = false
  const line = openLine(
    { url, connect: connectBrowserSocket, after: afterWallTime, random: Math.random, ...means },
    {
      opened: () => {
        states.change('open')
        calls.sendAll(line.send)
      },
      received: data => {
        const frame = readServerFrame(data)
        if (frame === undefined) return
        if ('push' in frame) pushes.tell(frame.push, frame.payload)
        else calls.settle(frame.id, frame.reply)
      },
      dropped: why => {
        // First the answers: whoever hears `lost` may make calls, and those belong to no line yet.
        calls.lineDropped()
        states.change(why === undefined || why === 'silent' ? 'lost' : why)
      },
    },
  )

  const call = (name: CallName, input: unknown) =>
    new Promise<Reply<unknown, Fault>>(settle => {
      const id = newId<RequestId>()
      const frame = JSON.stringify({ id, name, input })
      const isLineBound = lineBound.has(name)
      if (closed || (isLineBound && states.isLost)) return settle(disconnected)
      if (!fits(frame)) return settle(tooLarge)
      calls.add(id, { frame, lineBound: isLineBound, sent: line.send(frame), settle })
    })

  return {
    call: <Name extends CallName>(name: Name, input: Input<Name>) => call(name, input) as CallReply<Name>,
    on: (name, listener) => pushes.on(name, listener),
    onState: listener => states.on(listener),
    close: () => {
      closed = true
      line.stop()
      calls.abandon()
      states.change('lost')
    },
  }
}

const tooLarge: Reply<never, Fault> = fail({
  kind: 'invalid-input',
  field: '',
  message: texts.linkFaults.tooMuch,
})

/** The host drops a line that sends more, and a call that is sent again would drop it for ever. */
function fits(frame: string): boolean {
  // No character of a JavaScript string takes more than three bytes.
  return frame.length * 3 <= FRAME_LIMIT || new TextEncoder().encode(frame).length <= FRAME_LIMIT
}

function connectBrowserSocket(url: string): LineSocket {
  return new WebSocket(url)
}

function afterWallTime(wait: number, run: () => void): () => void {
  const timer = setTimeout(run, wait)
  return () => clearTimeout(timer)
}
