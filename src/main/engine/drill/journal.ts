import { closeSync, constants, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { checkRegularFile } from '../guards/regular-file'

/** What a stand-in received, in order. A fact that `append` returned from is on disk and survives `kill -9`. */
export interface Journal<Fact> {
  readonly facts: readonly Fact[]
  /** Throws when the disk fails; the fact then counts as never received. */
  append(fact: Fact): void
  close(): void
}

/** A drill's story is a few hundred kilobytes, whatever is done in it. */
const MOST_BYTES = 200_000_000

/**
 * Opens a file of JSON lines, or makes it. A last line that was torn by a kill is cut off: it was never answered for.
 * Throws when the file cannot be opened, or when any line before the last is not a fact.
 */
export function openJournal<Fact>(file: string, parse: (line: unknown) => Fact): Journal<Fact> {
  const checked = checkRegularFile(file, MOST_BYTES)
  if (!checked.ok) throw new Error(`${file} ${checked.fault.message}`)
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  const { facts, size } = readOrClose(descriptor, () => readFacts(file, readFileSync(descriptor), parse))
  ftruncateSync(descriptor, size)
  let end = size

  function append(fact: Fact): void {
    const line = Buffer.from(`${JSON.stringify(fact)}\n`)
    try {
      writeWhole(descriptor, line, end)
      fdatasyncSync(descriptor)
    } catch (error) {
      ftruncateSync(descriptor, end)
      throw error
    }
    end += line.length
    facts.push(fact)
  }

  return { facts, append, close: () => closeSync(descriptor) }
}

function readOrClose<T>(descriptor: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function readFacts<Fact>(
  file: string,
  content: Buffer,
  parse: (line: unknown) => Fact,
): { facts: Fact[]; size: number } {
  const facts: Fact[] = []
  let size = 0
  for (let end = content.indexOf('\n'); end !== -1; end = content.indexOf('\n', size)) {
    try {
      facts.push(parse(JSON.parse(content.toString('utf8', size, end))))
    } catch (error) {
      if (end === content.length - 1) break
      throw new Error(`${file}:${facts.length + 1} is not a line of this drill`, { cause: error })
    }
    size = end + 1
  }
  return { facts, size }
}

function writeWhole(descriptor: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, at + done)
  }
}
