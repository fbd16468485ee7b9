import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import { readTextFile } from '../guards/regular-file'
import { type FolderPlace, folderPlaceOf, isSamePlace } from './folder-place'
import { writeSynced } from './synced-file'

/**
 * [RK2] Who writes: one incarnation of a data folder. A folder that was copied or restored is another one, so that two
 * that continue from the same record never write as one.
 */
export interface Origin {
  /** The first 128 bits of the SHA-256 of its public key, as hex. */
  readonly id: string
  /** Ed25519, SPKI, base64. */
  readonly publicKey: string
  /** `copied`: its key is another machine's, or another file's; `new`: there was none that could be read. */
  readonly incarnation: 'same' | 'new' | 'copied'
  /** The one whose folder it is a copy of; absent: not known, or none. */
  readonly before?: string
  /** Signature of a text, base64. */
  sign(text: string): string
}

/** Name of the file next to the database. It is in no backup and no bundle. */
export const ORIGIN_FILE = 'origin.key'

const MOST_BYTES = 64 * 1024

const fileField = z.object({
  format: z.literal(1),
  key: z.string(),
  machine: z.string(),
  device: z.string(),
  inode: z.string(),
  born: z.string(),
  // Not in files of before they were compared.
  path: z._default(z.string(), ''),
  boot: z._default(z.string(), ''),
})

/**
 * The origin of a data folder; a new one if its key is missing, broken, or of another file. @throws on a failing disk
 * @param before called with the origin that wrote here until now, before a new key is on disk: undefined if its key was
 *   lost
 */
export function openOrigin(folder: string, database: string, before: (origin: string | undefined) => void): Origin {
  const file = join(folder, ORIGIN_FILE)
  const place = folderPlaceOf(database)
  const text = readTextFile(file, MOST_BYTES)
  const known = text.ok ? keyOf(text.value) : undefined
  const origin = known && originOf(known.privateKey, isSamePlace(known.place, place) ? 'same' : 'copied')
  before(origin?.id)
  if (known !== undefined && origin?.incarnation === 'same') {
    if (!isDeepStrictEqual(known.place, place)) writeKey(file, known.privateKey, place)
    return origin
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  writeKey(file, privateKey, place)
  const made = originOf(privateKey, origin === undefined ? 'new' : 'copied')
  return origin === undefined ? made : { ...made, before: origin.id }
}

/** The origin that writes in a folder, for a thread that only reads there; undefined: its key cannot be read. */
export function originIn(folder: string): Origin | undefined {
  const text = readTextFile(join(folder, ORIGIN_FILE), MOST_BYTES)
  const known = text.ok ? keyOf(text.value) : undefined
  return known && originOf(known.privateKey, 'same')
}

/** [DF13] Lets a copy that is only read stay the origin that it is a copy of. @throws on a failing disk */
export function keepOriginIn(copy: string, database: string): void {
  const file = join(copy, ORIGIN_FILE)
  const text = readTextFile(file, MOST_BYTES)
  const known = text.ok ? keyOf(text.value) : undefined
  if (known !== undefined) writeKey(file, known.privateKey, folderPlaceOf(database))
}

function writeKey(file: string, privateKey: KeyObject, place: FolderPlace): void {
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  writeWholeFile(file, `${JSON.stringify({ format: 1, key, ...place })}\n`)
}

export function originIdOf(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
}

function originOf(privateKey: KeyObject, incarnation: Origin['incarnation']): Origin {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    id: originIdOf(spki),
    publicKey: spki.toString('base64'),
    incarnation,
    sign: text => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

function keyOf(text: string): { readonly privateKey: KeyObject; readonly place: FolderPlace } | undefined {
  try {
    const { key, format: _, ...place } = fileField.parse(JSON.parse(text))
    const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
    return privateKey.asymmetricKeyType === 'ed25519' ? { privateKey, place } : undefined
  } catch {
    // Broken comes to the same as lost: the folder writes on as a new origin.
    return undefined
  }
}

/** All of it or nothing, synced: a key that is lost to a power cut would be another origin at each start. */
function writeWholeFile(file: string, text: string): void {
  const draft = `${file}.tmp`
  rmSync(draft, { force: true })
  writeSynced(draft, text)
  renameSync(draft, file)
}
