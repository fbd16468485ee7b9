import { hash } from 'node:crypto'

/** What stands before the first event of an incident. */
export const CHAIN_START = '0'.repeat(64)

/** The columns of an event as they are stored; the JSON texts byte for byte. */
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

/** SHA-256 over the hash before it and the event, as hex: one changed or missing event breaks every later hash. */
export function chainHash(previous: string, event: ChainedFields): string {
  const { id, incident, kind, version, at, recordedAt, by, body } = event
  const text = JSON.stringify([previous, id, incident, kind, version, at, recordedAt, by, body])
  return hash('sha256', text)
}
