import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Logger } from '../../engine/ports'
import type { RendererFiles } from '../renderer-files'
import { sendCrossing, sendEntrance, sendFile, sendHere, sendRefusal, sendText, writeRefusal } from './answers'
import type { BrowserPrincipal } from './browser-sessions'
import { sessionCookie } from './cookie'
import { proofOf } from './entrance.mjs'
import { giveFile, takeFile } from './file-route'
import { decide } from './gate'
import { type Admission, type GateContext, type RequestDecision, refusal } from './gate-decision'
import type { Sockets } from './sockets'

export interface Serving {
  readonly server: Server
  readonly files: RendererFiles
  readonly sockets: Sockets
  readonly house: GateContext
  readonly door: Door
  /** The data folder. */
  readonly data: string
  readonly logger: Logger
}

/** How browsers get in, and how the host shows them who it is. */
export interface Door {
  /** Spends a code: null where it was spent before, is too old, or never was; else as what it lets in. */
  spend(code: string): BrowserPrincipal | null
  /** A code for the next step of the way in. */
  mint(principal: BrowserPrincipal): string
  /** The value of a new browser's cookie. */
  openSession(principal: BrowserPrincipal): string
  /** What shows a browser, or a second start (null), that this is the folder's Quarterdeck. */
  proofKey(session: string | null): string
}

/** Puts the gate before everything the server can be asked. */
export function answerRequests(serving: Serving): void {
  const { server, sockets, house, logger } = serving
  const gate = rememberingGate(house, refusalLog(logger))
  const onRequest: RequestListener = (request, response) =>
    answer({ request, response, decision: gate(request, false) }, serving)
  // Left to itself, Node would answer `Expect` before the gate is asked.
  for (const event of ['request', 'checkContinue', 'checkExpectation'] as const) server.on(event, onRequest)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const decision = gate(request, true)
    if (decision.pass !== 'link')
      return writeRefusal(socket, decision.pass === 'nothing' ? decision : refusal(404, 'no such socket'))
    const { session, principal } = decision.admission
    sockets.accept(request, socket, head, { session, principal, cookie: nextCookie(decision.admission, house) })
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // [AX4] Browsers open connections in advance: an answer to nothing would be taken for that to the next request.
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isUnused(socket)) return socket.destroy()
    const overflow = error.code === 'HPE_HEADER_OVERFLOW'
    writeRefusal(socket, overflow ? refusal(431, 'too many headers') : refusal(400, 'it cannot be read'))
  })
}

function isUnused(socket: Duplex): boolean {
  return socket instanceof Socket && socket.bytesRead === 0
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly decision: RequestDecision
}

function answer({ request, response, decision }: Exchange, serving: Serving): void {
  const { door, house } = serving
  switch (decision.pass) {
    case 'here':
      sendHere(response)
      break
    case 'proof':
      sendText(response, proofOf(door.proofKey(decision.session), decision.nonce, house.port))
      break
    case 'proof-key':
      sendText(response, `${decision.session} ${door.proofKey(decision.session)}`)
      break
    case 'cross':
    case 'enter':
      letIn({ request, response, decision }, serving)
      break
    case 'file':
      answerWithFile({ request, response, decision }, serving)
      break
    case 'bring':
      void takeFile(request, response, serving.data, decision.bytes, serving.logger)
      break
    case 'fetch':
      void giveFile(request, response, serving.data, decision, serving.logger)
      break
    case 'nothing':
      sendRefusal(request, response, decision)
      break
    case 'link':
      // Only an upgrade may pass as the link.
      sendRefusal(request, response, refusal(404, 'no such page'))
      break
    default:
      unreachable(decision)
  }
}

function letIn(
  { request, response, decision }: Exchange & { readonly decision: { readonly pass: 'cross' | 'enter' } },
  { door, house }: Serving,
): void {
  const principal = door.spend(decision.code)
  if (principal === null) sendRefusal(request, response, refusal(401, 'wrong code'))
  else if (decision.pass === 'cross')
    sendCrossing(response, `http://${house.ownName}:${house.port}`, door.mint(principal))
  else sendEntrance(response, sessionCookie(house.port, door.openSession(principal), principal), decision.direct)
}

function nextCookie({ renewed, principal }: Admission, house: GateContext): string | null {
  return renewed && sessionCookie(house.port, renewed, principal)
}

function answerWithFile(
  { request, response, decision }: Exchange & { readonly decision: { readonly pass: 'file' } },
  { files, house }: Serving,
): void {
  const file = files.get(decision.path)
  const cookie = nextCookie(decision.admission, house)
  if (file === undefined) sendRefusal(request, response, refusal(404, 'no such page'))
  else sendFile(request, response, file, { host: decision.host, cookie })
}

/** A line that was refused once is refused from then on: what is smuggled behind a refused request stays unread. */
function rememberingGate(house: GateContext, log: (reason: string) => void) {
  const refused = new WeakMap<Duplex, RequestDecision>()
  return (request: IncomingMessage, upgrade: boolean): RequestDecision => {
    const before = refused.get(request.socket)
    if (before !== undefined) return before
    const { method = '', url: target = '', httpVersion, rawHeaders } = request
    const decision = decide({ method, target, httpVersion, rawHeaders, upgrade }, house)
    if (decision.pass !== 'nothing') return decision
    refused.set(request.socket, decision)
    log(decision.reason)
    return decision
  }
}

/** Logs the first few of each reason, without the address (it may hold a key): a flood must not fill the disk. */
function refusalLog(logger: Logger): (reason: string) => void {
  const counts = new Map<string, number>()
  return reason => {
    const count = (counts.get(reason) ?? 0) + 1
    counts.set(reason, count)
    if (count <= 10) logger.warn('A request was refused', { reason, count })
  }
}
