import type { FileHandle } from 'node:fs/promises'
import { type Entry, fromFd, type ZipFile } from 'yauzl'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { type BundleFault, bundleLimits, kindOfFile, mostBytes } from './format'

/** What a deflated file may have beyond the ratio, because short texts that repeat deflate well. */
const RATIO_SLACK = 64 * 1024

/** Whatever of a bundle would be a burden or leads elsewhere; thrown within this file alone. */
class Unfit extends Error {
  readonly fault: BundleFault

  constructor(code: BundleFault['code'], where: string) {
    super(code)
    this.fault = { code, where }
  }
}

/**
 * Reads all files of a zip into memory, each within its limits and by a name that a bundle has. Sizes are checked
 * before a byte is inflated, and again meanwhile.
 */
export async function readZip(file: FileHandle): Promise<Reply<ReadonlyMap<string, Buffer>, BundleFault>> {
  try {
    const zip = await opened(file)
    if (zip.entryCount > bundleLimits.entries) throw new Unfit('too-large', 'entries')
    const files = new Map<string, Buffer>()
    let total = 0
    for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
      total += checked(entry, files)
      if (total > bundleLimits.totalBytes) throw new Unfit('too-large', entry.fileName)
      files.set(entry.fileName, await contentOf(zip, entry))
    }
    return ok(files)
  } catch (cause) {
    if (cause instanceof Unfit) return fail(cause.fault)
    return fail({ code: 'not-a-bundle', where: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** Its size. @throws Unfit */
function checked(entry: Entry, files: ReadonlyMap<string, Buffer>): number {
  const { fileName, uncompressedSize, compressedSize } = entry
  const kind = kindOfFile(fileName)
  if (kind === undefined || files.has(fileName)) throw new Unfit('bad-name', fileName)
  if (entry.isEncrypted()) throw new Unfit('not-a-bundle', fileName)
  const most = Math.min(mostBytes[kind], compressedSize * bundleLimits.ratio + RATIO_SLACK)
  if (uncompressedSize > most) throw new Unfit('too-large', fileName)
  return uncompressedSize
}

function opened(file: FileHandle): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
  return new Promise((resolve, reject) => {
    fromFd(file.fd, options, (cause, zip) => (cause === null ? resolve(zip) : reject(cause)))
  })
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      zip.removeAllListeners()
      end()
    }
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)))
    zip.once('end', () => settle(() => resolve(undefined)))
    zip.once('error', (cause: unknown) => settle(() => reject(cause)))
    zip.readEntry()
  })
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (cause, found) => (cause === null ? resolve(found) : reject(cause)))
  })
  // Ends with an error where it is longer than its size says.
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
