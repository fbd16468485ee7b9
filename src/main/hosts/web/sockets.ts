import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { FRAME_LIMIT } from '../../../shared/contract/frames'
import type { Principal } from '../../../shared/domain/principal'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Bridge } from '../../engine/bridge'
import type { Logger } from '../../engine/ports'
import { pushEncoder } from './encoded-push'
import { carrySession } from './socket-session'

export interface Sockets {
  /** Completes a handshake that the gate has accepted. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, admitted: Admitted): void
  /** Sends "going away" to each client and ends its socket. */
  stop(): void
}

export interface Admitted {
  readonly session: string
  readonly principal: Principal
  /** Goes out with the answer of the handshake, where it is time for a new one. */
  readonly cookie: string | null
}

export interface SocketOptions {
  readonly bridge: Bridge
  readonly logger: Logger
  /** Wall-clock milliseconds between two pings; a client that did not answer the last one is disconnected. */
  readonly pingEvery?: Millis
  readonly waitingBytes?: number
}

/** Whether the session of a browser is still valid. */
type IsOpen = (session: string) => boolean

const GOING_AWAY = 1001
const OPEN_CALLS = 1_000
const LOOK_EVERY: Millis = SECOND

/** All the clients' sockets. Deflate stays off: on loopback it costs a hundredfold of what it saves. */
export function openSockets(options: SocketOptions, isOpen: IsOpen): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: FRAME_LIMIT })
  const cookies = new WeakMap<IncomingMessage, string>()
  const sessions = new WeakMap<WebSocket, string>()
  server.on('headers', (headers, request) => {
    const cookie = cookies.get(request)
    if (cookie !== undefined) headers.push(`Set-Cookie: ${cookie}`)
  })
  const encode = pushEncoder()
  const limits = { waitingBytes: options.waitingBytes ?? 16 * 1024 * 1024, openCalls: OPEN_CALLS }
  const isWelcome = (ws: WebSocket) => isOpen(sessions.get(ws) ?? '')
  const stopPings = startPings(server.clients, options.pingEvery ?? 15 * SECOND)
  const stopLooking = startLooking(server.clients, isWelcome)
  return {
    accept: (request, socket, head, { session, principal, cookie }) => {
      if (cookie !== null) cookies.set(request, cookie)
      server.handleUpgrade(request, socket, head, ws => {
        sessions.set(ws, session)
        carrySession(ws, options.bridge, options.logger, limits, principal, encode, () => isWelcome(ws))
      })
    },
    stop: () => {
      stopPings()
      stopLooking()
      for (const ws of server.clients) {
        ws.close(GOING_AWAY)
        ws.terminate()
      }
      server.close()
    },
  }
}

/** [DF12] Disconnects the clients whose session is no longer valid, also if they only listen. */
function startLooking(clients: ReadonlySet<WebSocket>, isWelcome: (ws: WebSocket) => boolean): () => void {
  const timer = setInterval(() => {
    for (const ws of clients) if (!isWelcome(ws)) ws.terminate()
  }, LOOK_EVERY)
  return () => clearInterval(timer)
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
