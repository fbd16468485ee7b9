import { onTestFinished } from 'vitest'
import type { WebSocket } from 'ws'
import { openSocketLink } from '../../src/renderer/link/socket-link'
import type { Fault } from '../../src/shared/contract/faults'
import { readServerFrame } from '../../src/shared/contract/frames'
import type { RequestId } from '../../src/shared/domain/ids'
import type { Reply } from '../../src/shared/lib/reply'
import { type HostScreen, hostContract } from './host-contract'
import { lineSocketTo, socketTo, startedHost } from './support/web-fixture'

/** Milliseconds that the link gives an answer, and more than it waits before it connects again. */
const ANSWER_WITHIN = 10_000

hostContract({
  name: 'the web host and real sockets',
  lineCanDrop: true,
  serve: async bridge => {
    const host = await startedHost(bridge)
    return () => openScreen(host)
  },
})

function openScreen(host: { readonly port: number }): HostScreen {
  let socket: WebSocket | undefined
  const link = openSocketLink('', {
    connect: lineSocketTo(host, made => {
      socket = made
    }),
    // The waits of the back-off, shortened: what they are is tested by the link's own tests. For an answer it waits as long
    // as ever, however busy the machine is.
    after: (wait, run) => {
      const timer = setTimeout(run, wait < ANSWER_WITHIN ? wait / 50 : wait)
      return () => clearTimeout(timer)
    },
  })
  onTestFinished(() => link.close())
  return { link, close: () => link.close(), drop: () => socket?.terminate(), say: (...call) => sayOnce(host, ...call) }
}

/** One call on a socket of its own. */
function sayOnce(host: { readonly port: number }, id: RequestId, name: string, input: unknown) {
  return new Promise<Reply<unknown, Fault>>((resolve, reject) => {
    const socket = socketTo(host)
    socket.on('open', () => socket.send(JSON.stringify({ id, name, input })))
    socket.on('error', reject)
    socket.on('message', data => {
      const frame = readServerFrame(String(data))
      if (frame === undefined || 'push' in frame || frame.id !== id) return
      socket.close()
      resolve(frame.reply)
    })
  })
}
