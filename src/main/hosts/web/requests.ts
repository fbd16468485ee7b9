import type { IncomingMessage, RequestListener, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from '../../engine/ports'
import { sendEntrance, sendFile, sendRefusal, writeRefusal } from './answers'
import { type Decision, type House, refusal } from './asked'
import { decide } from './gate'
import type { Sockets } from './sockets'
import type { StaticFiles } from './static-files'

export interface Serving {
  readonly server: Server
  readonly files: StaticFiles
  readonly sockets: Sockets
  readonly house: House
  readonly logger: Logger
}

/** Puts the gate before everything the server can be asked. */
export function answerRequests(serving: Serving): void {
  const { server, files, sockets, house, logger } = serving
  const gate = rememberingGate(house, refusalLog(logger))
  const onRequest: RequestListener = (request, response) => {
    const decision = gate(request, false)
    if (decision.pass === 'enter') return sendEntrance(response, house.port, house.key)
    const file = decision.pass === 'file' ? files.get(decision.path) : undefined
    if (decision.pass === 'file' && file !== undefined) return sendFile(request, response, file, decision.host)
    sendRefusal(request, response, decision.pass === 'nothing' ? decision : refusal(404, 'no such page'))
  }
  // Left to itself, Node would answer `Expect` before the gate is asked.
  for (const event of ['request', 'checkContinue', 'checkExpectation'] as const) server.on(event, onRequest)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const decision = gate(request, true)
    if (decision.pass === 'link') return sockets.accept(request, socket, head)
    writeRefusal(socket, decision.pass === 'nothing' ? decision : refusal(404, 'no such socket'))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const overflow = error.code === 'HPE_HEADER_OVERFLOW'
    writeRefusal(socket, overflow ? refusal(431, 'too many headers') : refusal(400, 'it cannot be read'))
  })
}

/** A line that was refused once is refused from then on: what is smuggled behind a refused request stays unread. */
function rememberingGate(house: House, log: (reason: string) => void) {
  const refused = new WeakMap<Duplex, Decision>()
  return (request: IncomingMessage, upgrade: boolean): Decision => {
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
