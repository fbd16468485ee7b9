import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/**
 * The last bytes of a bundle, in the comment at the end of a zip file: the SHA-256 of all before them. A zip reader
 * checks some of its bytes only, so that a changed bit elsewhere would go unnoticed.
 */
const MARK = 'quarterdeck sha256 '
export const SEAL_LENGTH = MARK.length + 64

export const emptySeal = MARK + '0'.repeat(64)

const CHUNK = 1024 * 1024

/** Writes the seal over the empty one at the end. @throws on a failing disk */
export async function seal(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  const text = MARK + (await hashOf(file, size - SEAL_LENGTH))
  await file.write(text, size - SEAL_LENGTH, 'latin1')
}

/** Whether it is what was sealed. `none`: it bears no seal. @throws on a failing disk */
export async function checkSeal(file: FileHandle): Promise<'whole' | 'altered' | 'none'> {
  const { size } = await file.stat()
  if (size <= SEAL_LENGTH) return 'none'
  const end = Buffer.alloc(SEAL_LENGTH)
  await file.read(end, 0, SEAL_LENGTH, size - SEAL_LENGTH)
  const text = end.toString('latin1')
  if (!text.startsWith(MARK)) return 'none'
  return text === MARK + (await hashOf(file, size - SEAL_LENGTH)) ? 'whole' : 'altered'
}

async function hashOf(file: FileHandle, length: number): Promise<string> {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(CHUNK)
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK, length - at), at)
    if (bytesRead === 0) break
    hash.update(chunk.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest('hex')
}
