import type { Range } from './escaped-text'
import { readingsOf } from './readings'

/** Replaces what was taken out. */
export const HIDDEN = '•••'

/** Shorter ones would cut words out of honest answers. */
const SHORTEST_SECRET = 6
/** As many characters of a secret in a row are a part of it; fewer come together by chance. */
const LEAST = 8
/** Finds a secret, or a part of it, in a text, however it is written there. */
export interface SecretTraces {
  isIn(text: string): boolean
  /** The text without them. */
  hide(text: string): string
}

/** One way in which a secret can be written; `least` characters of it in a row count as a part. */
interface Form {
  readonly text: string
  readonly least: number
}

/** What proves to a vendor who asks. */
export interface Credential {
  readonly text: string
  /** How many characters at its beginning are no secret: those of a user's name and the colon after it. */
  readonly open: number
}

/** The credential in `Authorization`, with and without the scheme's name; Basic carries a user's name, which is no secret. */
export function credentialIn(authorization: string): Credential {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization.trim())?.[1]
  if (basic === undefined)
    return { text: authorization.trim().replace(/^(?:(?:Bearer|OAuth|Token token=)\s*)+/i, ''), open: 0 }
  const text = Buffer.from(basic, 'base64').toString()
  return { text, open: text.indexOf(':') + 1 }
}

/** The ways to write the secret part of a credential. */
function formsOf(
  { text: whole, open }: Credential,
  leastOf: (secret: string, isPassword: boolean) => number,
): readonly Form[] {
  const isPassword = open > 0 && bare(whole.slice(open)).length >= SHORTEST_SECRET
  const secret = isPassword ? whole.slice(open) : whole
  if (bare(secret).length < SHORTEST_SECRET) return []
  const least = leastOf(secret, isPassword)
  // What Basic carries is a secret of its own: from the first character that reveals part of the password.
  const hidden = Math.ceil(((Buffer.byteLength(whole) - Buffer.byteLength(secret)) * 4) / 3)
  const basic = base64(Buffer.from(whole)).slice(hidden)
  // Of a password that is too short to search for, only the whole together with its user counts.
  const counts = open > 0 && !isPassword ? bare(whole).length : least
  return [...writings(secret, counts), ...writings(basic, packedLeast(basic, counts))]
}

function writings(secret: string, least: number): readonly Form[] {
  const bytes = Buffer.from(secret)
  const hex = { text: bytes.toString('hex'), least: least * 2 }
  const isAscii = bytes.length === secret.length
  // Where bytes were undone one by one, a letter of several bytes reads as several.
  const byBytes = isAscii ? [] : [{ text: bytes.toString('latin1'), least }]
  const wide = inBase64(Buffer.from(secret, 'utf16le'), least * 2)
  return [{ text: secret, least }, hex, ...byBytes, ...inBase64(bytes, least), ...wide, ...inBase32(bytes, least)]
}

function inBase64(bytes: Buffer, least: number): readonly Form[] {
  // After any text in front of it, base64 writes it in one of three ways; what is mixed with that text is left out.
  return [0, 1, 2].flatMap(shift => {
    const text = base64(Buffer.concat([Buffer.alloc(shift), bytes])).slice(shift === 0 ? 0 : shift + 1)
    const forAddresses = text.replaceAll('+', '-').replaceAll('/', '_')
    return [text, forAddresses].map(one => ({ text: one, least: packedLeast(one, least) }))
  })
}

function inBase32(bytes: Buffer, least: number): readonly Form[] {
  return [0, 1, 2, 3, 4].map(shift => {
    const text = base32(Buffer.concat([Buffer.alloc(shift), bytes])).slice(Math.ceil((shift * 8) / 5))
    return { text, least: Math.min(text.length, Math.max(LEAST, Math.floor((least * 8) / 5) - 1)) }
  })
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without the filling at its end. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

/**
 * How many characters of base64 hold that many of the secret, without the two that may be mixed with their neighbours.
 */
function packedLeast(packed: string, least: number): number {
  return Math.min(packed.length, Math.max(LEAST, Math.floor((least * 4) / 3) - 1))
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/**
 * For texts that may say anything: eight characters in a row are too many. `data` is for what a vendor answers as
 * asked: there a password, which people make of words that a service may have in its name, counts from three quarters on.
 */
export function openSecretTraces(credentials: readonly Credential[], kind: 'words' | 'data' = 'words'): SecretTraces {
  const leastOf = (secret: string, isPassword: boolean) => {
    const { length } = bare(secret)
    return Math.min(length, kind === 'data' && isPassword ? Math.max(LEAST, Math.ceil((length * 3) / 4)) : LEAST)
  }
  const forms = credentials
    .flatMap(credential => formsOf(credential, leastOf))
    .map(({ text, least }) => ({ text: folded(bare(text)), least }))
    // A number in the data is a time or a count, whatever the secret is.
    .filter(({ text }) => kind === 'words' || !/^\d+$/.test(text))
  if (forms.length === 0) return { isIn: () => false, hide: text => text }
  const windows = openWindows(forms)
  const isIn = (text: string) => {
    for (const reading of readingsOf(text)) if (windows.find(folded(reading.text), true).length > 0) return true
    return false
  }
  return { isIn, hide: text => (isIn(text) ? without(text, windows) : text) }
}

function without(text: string, windows: Windows): string {
  const ranges = [...readingsOf(text)].flatMap(reading =>
    windows.find(folded(reading.text), false).map(([begin, end]) => reading.origin(begin, end)),
  )
  let out = ''
  let at = 0
  for (const [begin, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue
    if (begin > at || out === '') out += `${text.slice(at, begin)}${HIDDEN}`
    at = end
  }
  return out + text.slice(at)
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/**
 * In lower case, at the same positions: for the few letters whose lower-case form is longer, the first unit is used.
 */
function folded(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text.replace(/[\s\S]/g, one => one.toLowerCase().charAt(0))
}

interface Windows {
  /** Where parts of a form are; only the first where one is enough. */
  find(text: string, first: boolean): readonly Range[]
}

const GRAM = 3

/**
 * Every part of a form that counts, by its length. A part has at least `SHORTEST_SECRET` characters, so that looking at
 * three of them in steps of four never passes one by: tens of megabytes cost some milliseconds.
 */
function openWindows(forms: readonly Form[]): Windows {
  const parts = new Map<number, Set<string>>()
  for (const { text, least } of forms) {
    const size = Math.min(least, text.length)
    const known = parts.get(size) ?? new Set<string>()
    parts.set(size, known)
    for (let at = 0; at + size <= text.length; at += 1) known.add(text.slice(at, at + size))
  }
  const sizes = [...parts].map(([size, known], index) => ({ size, known, bit: 1 << index }))
  const grams = new Uint32Array(1 << 16)
  for (const { known, bit } of sizes) {
    for (const part of known) for (let at = 0; at + GRAM <= part.length; at += 1) mark(grams, gramAt(part, at), bit)
  }
  const step = Math.min(...parts.keys()) - GRAM + 1
  const partsAround = (text: string, at: number, seen: number): Range | null => {
    let around: Range | null = null
    for (const { size, known, bit } of sizes) {
      if ((seen & bit) === 0) continue
      for (let begin = Math.max(0, at + GRAM - size); begin <= at; begin += 1) {
        // Nearly all false matches differ at one of their ends.
        if ((bit & (grams[gramAt(text, begin)] ?? 0) & (grams[gramAt(text, begin + size - GRAM)] ?? 0)) === 0) continue
        if (!known.has(text.slice(begin, begin + size))) continue
        around = around === null ? [begin, begin + size] : joined(around, begin, begin + size)
      }
    }
    return around
  }
  return {
    find: (text, first) => {
      const found: Range[] = []
      for (let at = 0; at + GRAM <= text.length; at += step) {
        const seen = grams[gramAt(text, at)] ?? 0
        const around = seen === 0 ? null : partsAround(text, at, seen)
        if (around === null) continue
        const last = found.at(-1)
        if (last !== undefined && around[0] < last[1]) found[found.length - 1] = joined(last, around[0], around[1])
        else found.push(around)
        if (first) return found
      }
      return found
    },
  }
}

function mark(grams: Uint32Array, gram: number, bit: number): void {
  grams[gram] = (grams[gram] ?? 0) | bit
}

/** All parts around one place touch one another. */
function joined([from, to]: Range, begin: number, end: number): Range {
  return [Math.min(from, begin), Math.max(to, end)]
}

function gramAt(text: string, at: number): number {
  return (text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 5) ^ (text.charCodeAt(at + 2) << 10)) & 0xffff
}
