import type { RequestId } from '../domain/ids'
import { fromJson, isRecord } from '../lib/read-json'
import type { Reply } from '../lib/reply'
import type { Fault } from './faults'
import { panelsFromBytes, panelsToBytes } from './panel-bytes'
import type { Pushes, PushName } from './pushes'

/**
 * What goes over the WebSocket of the web host: JSON texts, one frame each; panels are the only bytes. Hand-read, because
 * both sides must stay tiny.
 */

/** Bytes of one frame from a client. A call that is larger is refused before it is sent. */
export const FRAME_LIMIT = 1024 * 1024

/** Client → engine. `name` and `input` are for the engine to parse. */
export interface CallFrame {
  readonly id: RequestId
  readonly name: string
  readonly input: unknown
}

/** Engine → client. A push's name and payload are as untrusted as the line. */
export type ServerFrame =
  | { readonly id: RequestId; readonly reply: Reply<unknown, Fault> }
  | { readonly push: string; readonly payload: unknown }

/** Undefined for anything that is not a call frame. */
export function readCallFrame(text: string): CallFrame | undefined {
  const raw = readRecord(text)
  if (raw === undefined || typeof raw.id !== 'string' || typeof raw.name !== 'string') return undefined
  if (!/^[\w.:-]{1,128}$/.test(raw.id) || raw.name.length > 128) return undefined
  return { id: raw.id as RequestId, name: raw.name, input: raw.input }
}

/** How a host carries a push: panels as bytes, and everything else as it is. */
export function packedPush<Name extends PushName>(
  name: Name,
  payload: Pushes[Name],
): Uint8Array<ArrayBuffer> | Pushes[Name] {
  // The name says which payload it is, which the compiler cannot follow.
  return name === 'panels' ? panelsToBytes(payload as Pushes['panels']) : payload
}

/** Undefined for anything that is not a server frame. */
export function readServerFrame(data: string | ArrayBuffer): ServerFrame | undefined {
  if (typeof data !== 'string') {
    const payload = panelsFromBytes(new Uint8Array(data))
    return payload && { push: 'panels', payload }
  }
  const raw = readRecord(data)
  if (raw === undefined) return undefined
  if (typeof raw.push === 'string') return { push: raw.push, payload: raw.payload }
  if (typeof raw.id !== 'string' || !isReply(raw.reply)) return undefined
  return { id: raw.id as RequestId, reply: raw.reply }
}

function isReply(raw: unknown): raw is Reply<unknown, Fault> {
  return isRecord(raw) && (raw.ok === true || (raw.ok === false && isRecord(raw.fault)))
}

function readRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  const raw = fromJson(text)
  return isRecord(raw) ? raw : undefined
}
