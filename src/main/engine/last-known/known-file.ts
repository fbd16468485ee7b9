import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { SECOND } from '../../../shared/lib/time'
import { readTextFile } from '../guards/regular-file'
import type { Logger } from '../ports'
import { type LastKnown, nothingKnown } from './last-known'
import { linesOf, MOST_TEXT, parseLines } from './lines'

const FILE = 'last-known.jsonl'

/** So much of it may be lost with a power cut; more often it would be written for nobody. */
const EACH = 10 * SECOND

/** [KN2] A file that is broken or of a newer version is named in the log, and nothing is known: it never stops a start. */
export function readLastKnown(folder: string, logger: Logger): LastKnown {
  const path = join(folder, FILE)
  const content = readTextFile(path, MOST_TEXT)
  if (!content.ok) {
    if (content.fault.kind !== 'absent') logger.warn(`${path} ${content.fault.message}: it is left aside`)
    return nothingKnown
  }
  const read = parseLines(content.value)
  if (!read.ok) {
    logger.warn(`${path} ${read.fault}: it is left aside`)
    return nothingKnown
  }
  if (read.value.odd > 0) logger.warn(`${path} has lines that cannot be read`, { lines: read.value.odd })
  return read.value.known
}

/** Writes what is known to the disk now and then, behind everything else. */
export interface KnownSaver {
  /** Writes what has changed since, and ends. */
  stop(): Promise<void>
}

/** @param now what is known now; asked a few times a minute */
export function saveLastKnown(folder: string, now: () => LastKnown, logger: Logger): KnownSaver {
  const path = join(folder, FILE)
  let saved = mark(now())
  let troubled = false
  let writing: Promise<void> = Promise.resolve()

  async function save(known: LastKnown): Promise<void> {
    if (mark(known) === saved) return
    try {
      await writeWhole(path, linesOf(known))
      saved = mark(known)
      if (troubled) logger.info('What was last read is saved again')
      troubled = false
    } catch (cause) {
      // The next turn tries again; one line in the log is enough for a disk that stays full.
      if (!troubled) logger.warn('What was last read could not be saved', { path, cause: String(cause) })
      troubled = true
    }
  }

  const timer = setInterval(() => {
    const known = now()
    writing = writing.then(() => save(known))
  }, EACH)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      // Of this moment: what is stopped next knows nothing any more.
      const known = now()
      return writing.then(() => save(known))
    },
  }
}

/** Other when something was read since. */
function mark({ feeds, panels, onCall }: LastKnown): string {
  return JSON.stringify([feeds, panels.map(({ of, trueAt }) => [of, trueAt]), onCall?.readAt])
}

/**
 * Writes all of it or nothing, synced, one line per turn of the event loop: charts take long to write as text, and a
 * person may be typing.
 */
async function writeWhole(path: string, lines: Iterable<string>): Promise<void> {
  const draft = `${path}.tmp`
  try {
    // A draft of another owner's making must not be written into.
    await rm(draft, { force: true, recursive: true })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await writeLines(handle, lines)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true, recursive: true })
    throw cause
  }
}

async function writeLines(handle: FileHandle, lines: Iterable<string>): Promise<void> {
  for (const line of lines) {
    await handle.write(`${line}\n`)
    await setImmediate()
  }
}
