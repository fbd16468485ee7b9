import { renameSync, statSync } from 'node:fs'
import { pino } from 'pino'
import type { Logger } from '../engine/ports'
import { redact, redactText } from './redact'

/** Bytes after which a log is put aside as `….1` at the next start, so that it never fills a disk. */
const ROTATE_AT = 10 * 1024 * 1024

/** Bytes that are kept for a log whose disk is full; what comes beyond them is left out. */
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
  // A pipe would hold up the first line, and with it the engine, until somebody reads it.
  if (found?.isFIFO() || found?.isSocket()) throw new Error('it is a pipe, and must be a plain file')
  const size = found?.size ?? 0
  if (size > ROTATE_AT) renameSync(file, `${file}.1`)
}
