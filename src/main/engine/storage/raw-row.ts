import * as z from 'zod/mini'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { EventRow } from './event-row'

/**
 * [RK8] An event as it goes from machine to machine: the very texts that lie in the table, with the origin and counter
 * that rows of envelope 1 have by derivation. One line of JSON with its fields in this order, so that the same event is
 * the same bytes everywhere.
 */
export type RawRow = Omit<EventRow, 'seq' | 'origin' | 'counter'> & {
  readonly origin: string
  readonly counter: number
}

/** Far more than any body of ours has; a longer one is made to be a burden. */
const MOST_TEXT = 1024 * 1024

const text = z.string().check(z.maxLength(MOST_TEXT))
const whole = z.int().check(z.gte(0))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const origin = z.string().check(z.regex(/^(legacy-)?[0-9a-f]{32}$/))
const seen = z.record(origin, z.int().check(z.gte(1)))

const common = {
  id: z.string().check(z.regex(/^[\w.:-]{1,128}$/)),
  incident: z.uuid(),
  origin,
  counter: z.int().check(z.gte(1)),
  kind: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  version: z.int().check(z.gte(1)),
  at: whole,
  recordedAt: whole,
  by: z.string().check(z.maxLength(4_000)),
  hash: sha256,
  body: text,
}
const none = z.null()

export const rawRowField = z.discriminatedUnion('env', [
  z.strictObject({
    env: z.literal(1),
    ...common,
    ...{ hlcMs: none, hlcN: none, seen: none, effect: none, bodyHash: none, salt: none, summary: none },
  }),
  z.strictObject({
    env: z.literal(2),
    ...common,
    hlcMs: whole,
    hlcN: whole,
    seen: z.string().check(z.maxLength(100_000), z.refine(isSeen)),
    effect: z.enum(['none', 'line', 'head']),
    bodyHash: sha256,
    salt: z.string().check(z.maxLength(64)),
    summary: z.string().check(z.maxLength(4_000)),
  }),
])

function isSeen(value: string): boolean {
  try {
    return seen.safeParse(JSON.parse(value)).success
  } catch {
    // No JSON: the check says so.
    return false
  }
}

export function rawText(row: RawRow): string {
  const { env, id, incident, origin: from, counter, hlcMs, hlcN, kind, version, effect, at, recordedAt } = row
  const { seen: saw, by, bodyHash, hash, salt, summary, body } = row
  return JSON.stringify({
    ...{ env, id, incident, origin: from, counter, hlcMs, hlcN, seen: saw, kind, version, effect, at, recordedAt },
    ...{ by, bodyHash, hash, salt, summary, body },
  })
}

/** @returns what is wrong with it, for a log file */
export function readRaw(line: string): Reply<RawRow, string> {
  try {
    const parsed = rawRowField.safeParse(JSON.parse(line))
    return parsed.success ? ok(parsed.data) : fail(parsed.error.issues[0]?.path.join('.') || 'shape')
  } catch {
    return fail('it is no JSON')
  }
}
