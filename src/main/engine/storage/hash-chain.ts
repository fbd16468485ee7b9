import { hash } from 'node:crypto'

/** The value before the first event of a chain. */
export const CHAIN_START = '0'.repeat(64)

/** The columns of an event that every envelope has, as they are stored; the JSON texts byte for byte. */
export interface ChainedFields {
  readonly id: string
  readonly incident: string
  readonly kind: string
  readonly version: number
  readonly at: number
  readonly recordedAt: number
  readonly by: string
  readonly body: string
}

/** What envelope 2 adds. `seen` is JSON with its keys in order. */
export interface OriginFields {
  readonly origin: string
  readonly counter: number
  readonly hlcMs: number
  readonly hlcN: number
  readonly seen: string
  readonly effect: string
  readonly bodyHash: string
}

/** [RK1] What can be erased, together and only together: the hash of it stays in the chain. */
export interface ErasableFields {
  readonly salt: string
  readonly summary: string
  readonly body: string
}

/** Envelope 1: SHA-256 over the hash before it and the event, as hex; one chain for an incident. */
export function chainHash(previous: string, event: ChainedFields): string {
  const { id, incident, kind, version, at, recordedAt, by, body } = event
  const text = JSON.stringify([previous, id, incident, kind, version, at, recordedAt, by, body])
  return hash('sha256', text)
}

/** [RK1] Envelope 2: one chain for each origin of an incident, over all but what can be erased. */
export function originChainHash(previous: string, event: Omit<ChainedFields, 'body'> & OriginFields): string {
  const { id, incident, origin, counter, hlcMs, hlcN, seen, kind, version, effect, at, recordedAt, by, bodyHash } =
    event
  const envelope = [2, id, incident, origin, counter, hlcMs, hlcN, seen, kind, version, effect, at, recordedAt, by]
  return hash('sha256', JSON.stringify(['qd2', previous, ...envelope, bodyHash]))
}

/** Salted, so that a short text that was erased cannot be guessed from its hash. */
export function hashOfBody({ salt, summary, body }: ErasableFields): string {
  return hash('sha256', `${salt}\n${summary}\n${body}`)
}
