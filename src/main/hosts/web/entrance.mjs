import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./browser-sessions').BrowserPrincipal} BrowserPrincipal */

// Plain JavaScript, because a second `npm start` reads it under Node 20 to find the Quarterdeck that runs already.

/** What a browser needs at the door: a code that works once, and for this long. */
export const CODE_LASTS = 60_000

/** A file that is dated later than now by more than this was not made by a code that is being used. */
const CLOCK_SLACK = 5_000

/** 32 random bytes in base64url: codes, cookies, nonces and the folder's key all look like this. */
export const secretShape = /^[\w-]{43}$/

export const SERVING_FILE = 'serving.json'
export const SESSIONS_FILE = 'sessions.json'
export const KEY_FILE = 'session.key'

/** @returns {string} */
export function newSecret() {
  return randomBytes(32).toString('base64url')
}

/**
 * A new code for the sign-in link of a browser. Only the caller knows it: the disk has its hash, as the name of a file.
 * So only those who can write to the data folder can sign in.
 * @param {string} folder The data folder.
 * @param {BrowserPrincipal} [principal] As what the browser signs in.
 * @returns {string}
 */
export function mintCode(folder, principal = 'host') {
  const code = newSecret()
  const codes = codesFolder(folder)
  mkdirSync(codes, { recursive: true, mode: 0o700 })
  dropOldCodes(codes)
  writeFileSync(join(codes, digest(code)), principal, { mode: 0o600, flag: 'wx' })
  return code
}

/**
 * Spends a code. Removing its file is what makes it work once: of two requests with one code only one removes it.
 * @param {string} folder
 * @param {string} code
 * @returns {BrowserPrincipal | null} As what it lets in; null where it was spent before, is too old, or never was.
 */
export function spendCode(folder, code) {
  if (!secretShape.test(code)) return null
  const file = join(codesFolder(folder), digest(code))
  try {
    const age = Date.now() - statSync(file).mtimeMs
    // Whatever is not a cockpit's only watches.
    const principal = readFileSync(file, 'utf8') === 'host' ? 'host' : 'watch'
    unlinkSync(file)
    return age > -CLOCK_SLACK && age <= CODE_LASTS ? principal : null
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/**
 * The host name under which browsers know this folder's cockpit: cookies do not separate ports, but they separate host
 * names. `*.localhost` is this machine in Chromium and Firefox without a DNS query (RFC 6761 §6.3).
 * @param {string} key The folder's key.
 */
export function ownHostName(key) {
  return `qd-${createHmac('sha256', key).update('host name').digest('hex').slice(0, 16)}.localhost`
}

/**
 * [AX3] Proves to a browser that it talks to this folder's Quarterdeck. It grants no access, but a program that knows
 * it can pose as Quarterdeck towards that browser: so each browser has its own.
 * @param {string} key The folder's key.
 * @param {string | null} session The session of the browser that asks; null: a second start, which reads the key from
 *   the disk.
 */
export function proofKeyOf(key, session) {
  const whose = session === null ? 'proof to the folder' : `proof to session ${session}`
  return createHmac('sha256', key).update(whose).digest('base64url')
}

/**
 * @param {string} proofKey
 * @param {string} nonce
 * @param {number | string} port Where the proof is asked for: one that was fetched at another port proves nothing.
 */
export function proofOf(proofKey, nonce, port) {
  return createHmac('sha256', proofKey).update(`quarterdeck proof ${nonce} at ${port}`).digest('base64url')
}

/**
 * @param {number} port
 * @param {string} code
 * @param {BrowserPrincipal} [principal] As what the code signs in: a wallboard opens the wallboard view.
 */
export function entryLink(port, code, principal = 'host') {
  return `http://127.0.0.1:${port}/enter/${code}${principal === 'watch' ? '#wall' : ''}`
}

/**
 * Says on the disk where this folder's cockpit is served, and which folder that is: a copy of it is another one.
 * @param {string} folder
 * @param {number} port
 * @returns {() => void} Takes it back.
 */
export function announceServing(folder, port) {
  const file = join(folder, SERVING_FILE)
  rmSync(file, { force: true })
  writeFileSync(file, `${JSON.stringify({ port, pid: process.pid, folder: folderMark(folder) })}\n`, {
    mode: 0o600,
    flag: 'wx',
  })
  return () => rmSync(file, { force: true })
}

/**
 * The port of the Quarterdeck that serves this folder now, or null. What answers there has to prove that it knows the
 * folder's key: after a crash any program may listen on its port.
 * @param {string} folder
 * @returns {Promise<number | null>}
 */
export async function findServing(folder) {
  const port = servingPort(readText(join(folder, SERVING_FILE)), folderMark(folder))
  const key = keyIn(readText(join(folder, KEY_FILE)) ?? '')
  if (port === null || key === undefined) return null
  const nonce = newSecret()
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/proof/${nonce}`, { signal: AbortSignal.timeout(3_000) })
    return (await answer.text()) === proofOf(proofKeyOf(key, null), nonce, port) ? port : null
  } catch {
    // Nobody answers there, or not in time: it does not run any more.
    return null
  }
}

/**
 * [DF5] What a second start prints when the folder is served already, with a link to what serves it; null: it is not
 * served.
 * @param {{ readonly data: string, readonly wall: boolean, readonly open: boolean }} options `open`: the caller opens
 *   it.
 * @returns {Promise<{ readonly line: string, readonly link: string } | null>}
 */
export async function linkToRunning({ data, wall, open }) {
  const port = await findServing(data)
  if (port === null) return null
  const principal = wall ? 'watch' : 'host'
  const link = entryLink(port, mintCode(data, principal), principal)
  const line = wall
    ? `For a wallboard, within a minute: ${link}`
    : `Quarterdeck is running already. ${open ? 'Opening it at' : 'Open it within a minute:'} ${link}`
  return { line, link }
}

/**
 * Ends every browser's session of this folder, also while it is served.
 * @param {string} folder
 */
export function signOutBrowsers(folder) {
  rmSync(join(folder, SESSIONS_FILE), { force: true })
  rmSync(codesFolder(folder), { recursive: true, force: true })
}

/** @param {string} text */
export function digest(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** @param {string} folder */
function codesFolder(folder) {
  return join(folder, 'entry-codes')
}

/** @param {string} codes */
function dropOldCodes(codes) {
  for (const name of readdirSync(codes)) {
    const file = join(codes, name)
    try {
      if (Date.now() - statSync(file).mtimeMs > CODE_LASTS) unlinkSync(file)
    } catch (error) {
      // It was spent in this very moment.
      if (!isAbsent(error)) throw error
    }
  }
}

/**
 * The key in the text of its file: the first line.
 * @param {string} text
 * @returns {string | undefined}
 */
export function keyIn(text) {
  const key = text.split('\n')[0]?.trim() ?? ''
  return secretShape.test(key) ? key : undefined
}

/**
 * Another folder in its place, and a copy of it, have another inode or are on another device. Empty: there is none.
 * @param {string} folder
 */
export function folderMark(folder) {
  const found = statSync(folder, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? '' : `${found.dev} ${found.ino}`
}

/**
 * @param {string | undefined} text
 * @param {string} mark The folder's in which it was found: what was announced for another one is out of date.
 */
function servingPort(text, mark) {
  try {
    const { port, folder } = JSON.parse(text ?? '{}')
    return folder === mark && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
  } catch {
    // A partial file: the process that wrote it died during its start.
    return null
  }
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function readText(file) {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** @param {unknown} error */
function isAbsent(error) {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
}
