import { open, rename, rm } from 'node:fs/promises'
import * as z from 'zod/mini'
import type { IncidentId } from '../../../shared/domain/ids'
import { readTextFile } from '../guards/regular-file'
import type { LogHead } from './log-reading'

/**
 * The file of heads: how far the log of each incident reached when it was last written. It lies beside the database and
 * not in it, so that a database that went back in time (a removed log of writes, an older copy, a cut tail) shows.
 */
export type Heads = ReadonlyMap<IncidentId, LogHead>

const headField = z.tuple([
  z.int().check(z.gte(1)),
  z.int().check(z.gte(1)),
  z.string().check(z.regex(/^[0-9a-f]{64}$/)),
])
const fileField = z.object({ format: z.literal(1), heads: z.record(z.string(), headField) })

/** A hundred bytes an incident: far more than a house will ever have. */
const MOST_BYTES = 64 * 1024 * 1024

/** Null: there is no such file, it is no plain file, or it cannot be understood. */
export function readHeads(file: string): Heads | null {
  const text = readTextFile(file, MOST_BYTES)
  if (!text.ok) return null
  try {
    const { heads } = fileField.parse(JSON.parse(text.value))
    return new Map(
      Object.entries(heads).map(([incident, [count, seq, hash]]) => [incident as IncidentId, { count, seq, hash }]),
    )
  } catch {
    // Lost or broken comes to the same: it proves nothing, and that is said on every screen.
    return null
  }
}

export function headsText(heads: Heads): string {
  const entries = [...heads].map(([incident, { count, seq, hash }]) => [incident, [count, seq, hash]])
  return `${JSON.stringify({ format: 1, heads: Object.fromEntries(entries) })}\n`
}

/** Writes all of it or nothing, synced, without holding up whoever types. @throws on a failing disk */
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
