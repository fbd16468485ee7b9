import type { WebSocket } from 'ws'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { readCallFrame, type ServerFrame } from '../../../shared/contract/frames'
import type { RequestId } from '../../../shared/domain/ids'
import type { Principal } from '../../../shared/domain/principal'
import { fail } from '../../../shared/lib/reply'
import type { Bridge, EngineSession } from '../../engine/bridge'
import type { Logger } from '../../engine/ports'
import type { EncodePush } from './encoded-push'

export interface SessionLimits {
  /** Bytes that may wait for a client that reads too slowly; beyond them it is disconnected, and resumes. */
  readonly waitingBytes: number
  /** Calls that one client may have unanswered. */
  readonly openCalls: number
}

/** WebSocket close code for a peer that does not keep to the rules. Source: RFC 6455 §7.4.1. */
const POLICY_VIOLATION = 1008

/**
 * Carries one session over one socket, for as long as the socket lasts. [DF12] A call of a browser that was signed out
 * meanwhile is not read.
 */
export function carrySession(
  socket: WebSocket,
  bridge: Bridge,
  logger: Logger,
  limits: SessionLimits,
  principal: Principal,
  encode: EncodePush,
  isWelcome: () => boolean,
): void {
  let openCalls = 0
  const send = (data: string | Uint8Array, binary: boolean): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount <= limits.waitingBytes) socket.send(data, { binary })
    // Terminated, not closed: a closing frame would wait behind all that the client does not read.
    else socket.terminate()
  }
  const session = bridge.openSession((name, payload) => {
    const { data, binary } = encode(name, payload)
    send(data, binary)
  }, principal)
  const answer = async (id: RequestId, name: string, input: unknown): Promise<void> => {
    openCalls += 1
    const frame: ServerFrame = { id, reply: await callSafely(session, logger, id, name, input) }
    send(JSON.stringify(frame), false)
    openCalls -= 1
  }
  socket.on('message', (data, isBinary) => {
    // What was on its way while the socket is being closed does not count any more.
    if (socket.readyState !== socket.OPEN) return
    if (!isWelcome()) return socket.terminate()
    const frame = isBinary ? undefined : readCallFrame(data.toString())
    if (frame === undefined) return socket.close(POLICY_VIOLATION, 'malformed frame')
    if (openCalls >= limits.openCalls) return socket.close(POLICY_VIOLATION, 'too many calls at once')
    void answer(frame.id, frame.name, frame.input)
  })
  socket.on('error', error => logger.warn('A socket failed', { error }))
  socket.on('close', () => session.close())
}

/** A session never rejects; if it did, one client's call must not end the process. */
async function callSafely(session: EngineSession, logger: Logger, id: RequestId, name: string, input: unknown) {
  try {
    return await session.call(id, name, input)
  } catch (error) {
    logger.error('A call failed unexpectedly', { name, error })
    return fail<Fault>({ kind: 'internal', ...coded('engine-mistake') })
  }
}
