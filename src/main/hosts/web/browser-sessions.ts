import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import type { Principal } from '../../../shared/domain/principal'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import { digest, folderMark, newSecret, SESSIONS_FILE } from './entrance.mjs'
import { readPrivateFile, writePrivateFile } from './private-file'

/** A browser has the cockpit, or only watches. */
export type BrowserPrincipal = Extract<Principal, 'host' | 'watch'>

/** What a cookie is worth. */
export type Checked =
  | { readonly ok: false }
  /** `renewed` is the value that takes the cookie's place, where it was time for one. */
  | {
      readonly ok: true
      readonly session: string
      readonly principal: BrowserPrincipal
      readonly renewed: string | null
    }

/** The signed-in browsers. Only hashes of their cookies are stored, so that a copy of the disk grants no access. */
export interface BrowserSessions {
  /** Lets one more browser in; answers the value of its cookie. */
  open(principal: BrowserPrincipal): string
  /** @param mayRenew whether the answer can carry a new cookie */
  check(value: string, mayRenew: boolean): Checked
  /** Whether a session that was good before still is. */
  isOpen(session: string): boolean
}

const valueShape = z.object({
  hash: z.string(),
  issuedAt: z.number(),
  /** When a request showed that the browser has it: a renewal that was lost on its way must lock nobody out. */
  usedAt: z.nullable(z.number()),
})
const sessionShape = z.object({
  id: z.string(),
  /** Without it: `host`, as earlier versions let everybody in. */
  principal: z.optional(z.literal('watch')),
  /** Newest first. */
  values: z.array(valueShape),
  /** Hashes of values that were replaced: one that comes back was stolen, or its replacement was. */
  replaced: z.array(z.string()),
})
const fileShape = z.object({ version: z.literal(1), sessions: z.array(sessionShape) })

type Session = z.infer<typeof sessionShape>

/** Of the id that `open` gives to a session. */
export const sessionIdShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A cookie is replaced after this long, and when it is first seen by an engine that started after it was given. */
const RENEW_AFTER: Millis = HOUR
/** Requests that were under way when the new value arrived still carry the old one. */
const GRACE: Millis = MINUTE
/** Several windows that come back together each get an answer; one new value is enough for all. */
const RENEW_APART: Millis = 10 * SECOND
/** A browser that was not seen for this long has to sign in again. */
const IDLE: Millis = 30 * 24 * HOUR
const MOST_SESSIONS = 50
const MOST_REPLACED = 16
const MOST_UNUSED = 8

/** @param now wall-clock milliseconds */
export function openBrowserSessions(folder: string, now: () => Millis = Date.now): BrowserSessions {
  const startedAt = now()
  const file = sessionsFile(join(folder, SESSIONS_FILE))
  const issue = (): { value: string; kept: Session['values'][number] } => {
    const value = newSecret()
    return { value, kept: { hash: digest(value), issuedAt: now(), usedAt: null } }
  }

  const renewal = (session: Session, mayRenew: boolean): string | null => {
    const newest = session.values[0]
    if (!mayRenew || newest === undefined || now() - newest.issuedAt < RENEW_APART) return null
    if (newest.issuedAt >= startedAt && now() - newest.issuedAt < RENEW_AFTER) return null
    const { value, kept } = issue()
    // The one that the browser has is among the used ones, however many were lost since.
    session.values = [kept, ...session.values].filter(({ usedAt }, at) => usedAt !== null || at < MOST_UNUSED)
    return value
  }

  const check = (offered: string, mayRenew: boolean): Checked => {
    const hash = digest(offered)
    const sessions = file.read()
    if (sessions.some(session => session.replaced.includes(hash))) {
      file.write(sessions.filter(session => !session.replaced.includes(hash)))
      return { ok: false }
    }
    const session = sessions.find(({ values }) => values.some(value => value.hash === hash))
    if (session === undefined || now() - lastUse(session) >= IDLE) return { ok: false }
    const before = JSON.stringify(session)
    const isGood = noteUse(session, hash, now())
    const renewed = isGood ? renewal(session, mayRenew) : null
    if (JSON.stringify(session) !== before) file.write(sessions)
    return isGood
      ? { ok: true, session: session.id, principal: session.principal ?? 'host', renewed }
      : check(offered, false)
  }

  return {
    open(principal) {
      const { value, kept } = issue()
      const others = file.read().filter(session => now() - lastUse(session) < IDLE)
      others.sort((one, other) => lastUse(other) - lastUse(one))
      const session: Session = { id: randomUUID(), values: [kept], replaced: [] }
      if (principal === 'watch') session.principal = principal
      file.write([session, ...others.slice(0, MOST_SESSIONS - 1)])
      return value
    },
    check,
    isOpen: id => file.read().some(session => session.id === id),
  }
}

function lastUse({ values }: Session): Millis {
  return Math.max(...values.map(value => value.usedAt ?? value.issuedAt))
}

/**
 * Marks a value as used, and drops those that a newer one replaced, once their grace is over.
 * @returns whether the value itself is still good
 */
function noteUse(session: Session, hash: string, now: Millis): boolean {
  for (const value of session.values) if (value.hash === hash) value.usedAt ??= now
  const inUse = session.values.findIndex(({ usedAt }) => usedAt !== null && now - usedAt >= GRACE)
  const replaced = inUse < 0 ? [] : session.values.slice(inUse + 1)
  session.values = session.values.filter(value => !replaced.includes(value))
  session.replaced = [...replaced.map(value => value.hash), ...session.replaced].slice(0, MOST_REPLACED)
  return session.values.some(value => value.hash === hash)
}

/**
 * The file, read again when another process wrote or removed it: signing out works on a running cockpit. [DF10] While
 * the data folder itself is not in place, the sessions known before stay valid: a moved folder signs no browser out.
 */
function sessionsFile(path: string) {
  const folder = folderMark(dirname(path))
  const inPlace = () => folderMark(dirname(path)) === folder
  let known: { readonly mark: string; readonly sessions: Session[] } = { mark: '', sessions: [] }
  return {
    read(): Session[] {
      const mark = markOf(path)
      if (mark !== known.mark && inPlace()) known = { mark, sessions: mark === '' ? [] : readSessions(path) }
      return known.sessions
    },
    write(sessions: Session[]): void {
      if (inPlace()) writePrivateFile(path, `${JSON.stringify({ version: 1, sessions })}\n`)
      known = { mark: markOf(path), sessions }
    },
  }
}

function markOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? '' : `${found.ino} ${found.mtimeNs} ${found.size}`
}

/** A file that others could have read, or that cannot be parsed, is ignored: each browser has to sign in again. */
function readSessions(path: string): Session[] {
  const read = readPrivateFile(path)
  if (!read.ok || read.value === null) return []
  try {
    const parsed = z.safeParse(fileShape, JSON.parse(read.value))
    return parsed.success ? parsed.data.sessions : []
  } catch {
    // Not JSON.
    return []
  }
}
