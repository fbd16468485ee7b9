import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { readTextFile } from '../guards/regular-file'

/**
 * [RK2] Who writes: one incarnation of a data folder. A folder that was copied or restored is another one, so that two
 * that go on from the same record never write as one.
 */
export interface Origin {
  /** The first 128 bits of the SHA-256 of its public key, as hex. */
  readonly id: string
  /** Ed25519, SPKI, base64. */
  readonly publicKey: string
  /** `copied`: its key is another machine's, or another file's; `new`: there was none. */
  readonly incarnation: 'same' | 'new' | 'copied'
  /** Signature of a text, base64. */
  sign(text: string): string
}

/** Name of the file beside the database. It is in no backup and no bundle. */
export const ORIGIN_FILE = 'origin.key'

const fileField = z.object({
  format: z.literal(1),
  key: z.string(),
  machine: z.string(),
  device: z.string(),
  inode: z.string(),
  born: z.string(),
})

/** The origin of a data folder; made anew where its key is gone, broken, or of another file. @throws on a failing disk */
export function openOrigin(folder: string, database: string): Origin {
  const file = join(folder, ORIGIN_FILE)
  const place = placeOf(database)
  const text = readTextFile(file, 64 * 1024)
  const known = text.ok ? keyOf(text.value) : undefined
  if (known !== undefined && isAt(known, place)) return originOf(known.privateKey, 'same')
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  writeWholeFile(file, `${JSON.stringify({ format: 1, key, ...place })}\n`)
  return originOf(privateKey, known === undefined ? 'new' : 'copied')
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

interface Place {
  readonly machine: string
  readonly device: string
  readonly inode: string
  /** When the database was made: its inode may be given to what is put in its place. */
  readonly born: string
}

function isAt(known: Place, { machine, device, inode, born }: Place): boolean {
  return known.machine === machine && known.device === device && known.inode === inode && known.born === born
}

function keyOf(text: string): (Place & { readonly privateKey: KeyObject }) | undefined {
  try {
    const { key, ...place } = fileField.parse(JSON.parse(text))
    const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
    return privateKey.asymmetricKeyType === 'ed25519' ? { ...place, privateKey } : undefined
  } catch {
    // Broken comes to the same as lost: the folder writes on as a new origin, which costs nothing.
    return undefined
  }
}

function placeOf(database: string): Place {
  const { dev, ino, birthtimeNs } = statSync(database, { bigint: true })
  return { machine: machineId(), device: String(dev), inode: String(ino), born: String(birthtimeNs) }
}

/** The same for one installation of a system. Hashed, because it is told nowhere. */
function machineId(): string {
  return createHash('sha256').update(`quarterdeck ${systemId()}`).digest('hex')
}

function systemId(): string {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      // Not every system has one; the name of the computer has to do.
    }
  }
  return hostname()
}

/** All of it or nothing, synced: a key that is lost to a power cut would be another origin at each start. */
function writeWholeFile(file: string, text: string): void {
  const draft = `${file}.tmp`
  rmSync(draft, { force: true })
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
}
