import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { FRAME_LIMIT } from '../../../shared/contract/frames'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Logger } from '../../engine/ports'
import type { Bridge } from '../../engine/session'
import { carrySession } from './socket-session'

export interface Sockets {
  /** Completes a handshake that the gate has let in. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says "going away" to each screen and ends its socket. */
  stop(): void
}

export interface SocketOptions {
  readonly bridge: Bridge
  readonly logger: Logger
  /** Wall milliseconds between two pings; a screen that did not answer the last one is cut off. */
  readonly pingEvery?: Millis
  readonly waitingBytes?: number
}

const GOING_AWAY = 1001
const OPEN_CALLS = 1_000

/** All the screens' sockets. Deflate stays off: on loopback it costs a hundredfold of what it saves. */
export function openSockets(options: SocketOptions): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: FRAME_LIMIT })
  const limits = { waitingBytes: options.waitingBytes ?? 16 * 1024 * 1024, openCalls: OPEN_CALLS }
  const stopPings = startPings(server.clients, options.pingEvery ?? 15 * SECOND)
  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, ws => carrySession(ws, options.bridge, options.logger, limits)),
    stop: () => {
      stopPings()
      for (const ws of server.clients) {
        ws.close(GOING_AWAY)
        ws.terminate()
      }
      server.close()
    },
  }
}

function startPings(clients: ReadonlySet<WebSocket>, every: Millis): () => void {
  const silent = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const ws of clients) {
      if (silent.has(ws)) ws.terminate()
      silent.add(ws)
      ws.once('pong', () => silent.delete(ws))
      ws.ping()
    }
  }, every)
  return () => clearInterval(timer)
}
