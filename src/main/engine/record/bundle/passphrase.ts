import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { type BundleFault, bundleLimits } from './format'

const AGE = 'age-encryption.org/v1\n'
/** A header of one passphrase has some 150 bytes. */
const HEADER_BYTES = 4_096
/** As `age` itself: a second on a laptop, and 256 MB of memory for that long. */
const WORK_FACTOR = 18

/** Whether a file is encrypted by `age`, whatever its name says. @throws on a failing disk */
export async function isLocked(path: string): Promise<boolean> {
  return (await beginningOf(path)).startsWith(AGE)
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    const { bytesRead } = await file.read(bytes, 0, HEADER_BYTES, 0)
    return bytes.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** [BN6] Encrypts a file in its place. @param workFactor base-2 logarithm of scrypt's N. @throws on a failing disk */
export async function lock(path: string, passphrase: string, workFactor = WORK_FACTOR): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  const plain = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const locked = `${path}.locked`
  try {
    const encrypted = await encrypter.encrypt(plain)
    await pipeline(Readable.fromWeb(encrypted as never), createWriteStream(locked, { mode: 0o600, flush: true }))
    await rename(locked, path)
  } finally {
    await rm(locked, { force: true })
  }
}

/**
 * [BN6] Decrypts a file into another one. The work that its header asks for is looked at first: a stranger could ask for
 * gigabytes and minutes. @throws on a failing disk
 */
export async function unlock(path: string, passphrase: string, into: string): Promise<Reply<null, BundleFault>> {
  const header = await beginningOf(path)
  const stanza = /^-> scrypt \S+ ([1-9][0-9]?)\n/.exec(header.slice(AGE.length))
  if (stanza === null) return fail({ code: 'not-by-passphrase', where: 'age' })
  if (Number(stanza[1]) > WORK_FACTOR) return fail({ code: 'too-costly', where: 'age' })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  let plain: ReadableStream<Uint8Array>
  try {
    plain = await decrypter.decrypt(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>)
  } catch {
    // Nothing but the passphrase was tried so far: it is wrong, or the header was changed, which looks the same.
    return fail({ code: 'wrong-passphrase', where: 'age' })
  }
  return writeAll(plain, into)
}

async function writeAll(plain: ReadableStream<Uint8Array>, into: string): Promise<Reply<null, BundleFault>> {
  const file = createWriteStream(into, { mode: 0o600 })
  try {
    await pipeline(Readable.fromWeb(plain as never), atMost(bundleLimits.fileBytes), file)
    return ok(null)
  } catch (cause) {
    await rm(into, { force: true })
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('E'))
      return fail({ code: 'disk', where: cause.message })
    // Each part of it is authenticated: a changed bit and a cut are found by that.
    return fail({ code: 'altered', where: 'age' })
  }
}

function atMost(limit: number): Transform {
  let bytes = 0
  return new Transform({
    transform(part: Uint8Array, _, done) {
      bytes += part.length
      done(bytes > limit ? new Error('It is too large') : null, part)
    },
  })
}

/**
 * Runs `body` on a bundle as it is without its passphrase, in a file that is gone afterwards.
 * @throws on a failing disk, and what `body` throws
 */
export async function withPlain<T, F>(
  path: string,
  passphrase: string | undefined,
  body: (plain: string) => Promise<Reply<T, F>>,
): Promise<Reply<T, F | BundleFault>> {
  if (!(await isLocked(path))) return body(path)
  if (passphrase === undefined || passphrase === '') return fail({ code: 'locked', where: 'age' })
  const plain = `${path}.plain`
  try {
    const unlocked = await unlock(path, passphrase, plain)
    return unlocked.ok ? await body(plain) : unlocked
  } finally {
    await rm(plain, { force: true })
  }
}
