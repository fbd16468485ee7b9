import { renameSync, statSync } from 'node:fs'
import { pino } from 'pino'
import type { Logger } from '../engine/ports'

/** What a log may not hold: tokens, keys and cookies, by the name of their field and by their look. */
const secretName = /token|secret|password|authorization|cookie|api[-_]?key|^key$|credential/i
const secretLooks = [
  /(\/enter\/)[\w-]+/g,
  /\b(Bearer |Basic |OAuth |Token token=)[\w.~+/=-]+/gi,
  /(:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g,
  /\b(xox[a-z]-|glsa_|glc_)[\w-]+/g,
]
const HIDDEN = '[hidden]'
const DEPTH = 6

/** A copy that is safe to log. Errors become name, message and stack; what is deeper than six levels is left out. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth >= DEPTH) return '[too deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.map(each => redact(each, depth + 1))
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([name, held]) => [name, redactField(name, held, depth)]))
}

function redactText(text: string): string {
  return secretLooks.reduce((clean, look) => clean.replace(look, `$1${HIDDEN}`), text)
}

function redactField(name: string, value: unknown, depth: number): unknown {
  return secretName.test(name) && typeof value !== 'boolean' ? HIDDEN : redact(value, depth + 1)
}

function redactError(error: Error, depth: number): object {
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }
  return { name: error.name, message: redactText(error.message), stack: redactText(error.stack ?? ''), ...cause }
}

/** Bytes after which a log is put aside as `….1` at the next start, so that it never fills a disk. */
const ROTATE_AT = 10 * 1024 * 1024

/** Bytes that are buffered for a log whose disk is full; what comes beyond them is dropped. */
const KEPT_WHILE_FULL = 1024 * 1024

/**
 * The program's own log: JSON lines, each written before the call returns, so that the last words before a crash are
 * there. Tokens, keys and cookies never reach it. A log that cannot be written ends nothing: its lines wait for the disk
 * to have room again.
 * @param file created where absent, readable by its owner alone; null: standard error
 */
export function openLogger(file: string | null): Logger {
  if (file !== null) putAside(file)
  const how = { sync: true, append: true, mkdir: true, mode: 0o600, maxLength: KEPT_WHILE_FULL }
  const destination = pino.destination({ dest: file ?? 2, ...how })
  destination.on('error', file === null ? ignoreDeafOutput : tellOnce())
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  const write = (level: 'info' | 'warn' | 'error') => (message: string, facts?: object) =>
    log[level](redact(facts ?? {}), redactText(message))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

/** On standard error, because the log is what failed. Unheard, the error would end the engine with the first full disk. */
function tellOnce(): (error: Error) => void {
  let told = false
  return ({ message }) => {
    if (!told) process.stderr.write(`The log cannot be written: ${redactText(message)}\n`)
    told = true
  }
}

/** Nobody reads standard error any more, so there is nowhere left to say it. */
const ignoreDeafOutput = () => undefined

function putAside(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  // A pipe would block the first line, and with it the engine, until a reader opens it.
  if (found?.isFIFO() || found?.isSocket()) throw new Error('it is a pipe, and must be a plain file')
  const size = found?.size ?? 0
  if (size > ROTATE_AT) renameSync(file, `${file}.1`)
}
