import { open, rename, rm } from 'node:fs/promises'
import * as z from 'zod/mini'
import type { IncidentId } from '../../../shared/domain/ids'
import { readTextFile } from '../guards/regular-file'
import type { LogHead } from './log-reader'

/**
 * The file of heads: how far the log of each incident reached when it was last written. It is next to the database and
 * not in it, so that a database that went back in time (a removed write-ahead log, an older copy, a cut tail) shows.
 */
export type Heads = ReadonlyMap<IncidentId, LogHead>

/** [RK7] How far one origin's chain in an incident reached, signed by it. What it wrote since then is in its chain only. */
export interface SignedHead {
  readonly counter: number
  readonly hash: string
  /** Of `headText`, base64. */
  readonly signature: string
}

/** Public key of an origin, and its signed heads by incident. */
export interface OriginHeads {
  readonly publicKey: string
  readonly heads: ReadonlyMap<IncidentId, SignedHead>
}

/** By origin: of this incarnation of the folder, and of those before it. */
export type SignedHeads = ReadonlyMap<string, OriginHeads>

/** What is signed of a head. */
export function headText(
  incident: IncidentId,
  origin: string,
  { counter, hash }: Omit<SignedHead, 'signature'>,
): string {
  return JSON.stringify(['qd2-head', incident, origin, counter, hash])
}

const place = z.int().check(z.gte(1))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const headField = z.tuple([place, place, sha256])
const signedField = z.tuple([place, sha256, z.string()])
const originField = z.object({ publicKey: z.string(), heads: z.record(z.string(), signedField) })
const fileField = z.object({
  // 2: with signed heads.
  format: z.union([z.literal(1), z.literal(2)]),
  heads: z.record(z.string(), headField),
  origins: z.optional(z.record(z.string(), originField)),
})

export interface KeptHeads {
  readonly heads: Heads
  readonly signed: SignedHeads
}

/** Of a folder that never wrote any down. */
export const noHeads: KeptHeads = { heads: new Map(), signed: new Map() }

/** A hundred bytes an incident: far more than a house will ever have. */
const MOST_BYTES = 64 * 1024 * 1024

/** Null: there is no such file, it is no plain file, or it cannot be understood. */
export function readHeads(file: string): KeptHeads | null {
  const text = readTextFile(file, MOST_BYTES)
  if (!text.ok) return null
  try {
    const { heads, origins = {} } = fileField.parse(JSON.parse(text.value))
    return {
      heads: byIncident(heads, ([count, seq, hash]) => ({ count, seq, hash })),
      signed: new Map(
        Object.entries(origins).map(([origin, { publicKey, heads: signed }]) => [
          origin,
          { publicKey, heads: byIncident(signed, ([counter, hash, signature]) => ({ counter, hash, signature })) },
        ]),
      ),
    }
  } catch {
    // Lost or broken has the same effect: it proves nothing, and every session shows that.
    return null
  }
}

function byIncident<Field, Head>(fields: Readonly<Record<string, Field>>, head: (field: Field) => Head) {
  return new Map(Object.entries(fields).map(([incident, field]) => [incident as IncidentId, head(field)]))
}

export function headsText({ heads, signed }: KeptHeads): string {
  const ends = [...heads].map(([incident, { count, seq, hash }]) => [incident, [count, seq, hash]])
  const origins = [...signed].map(([origin, { publicKey, heads: of }]) => {
    const tuples = [...of].map(([incident, { counter, hash, signature }]) => [incident, [counter, hash, signature]])
    return [origin, { publicKey, heads: Object.fromEntries(tuples) }]
  })
  const file = { format: 2, heads: Object.fromEntries(ends), origins: Object.fromEntries(origins) }
  return `${JSON.stringify(file)}\n`
}

/** Writes all of it or nothing, synced, without delaying a person who types. @throws on a failing disk */
export async function writeHeads(file: string, text: string): Promise<void> {
  const draft = `${file}.tmp`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    throw cause
  }
}
