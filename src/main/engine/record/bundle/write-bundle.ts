import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ContentHash, IncidentId } from '../../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { findAttachment, readAttachment } from '../../storage/attachments'
import type { ReadableDb } from '../../storage/database'
import { HEADS_FILE } from '../../storage/format.mjs'
import { headText, type KeptHeads, noHeads, readHeads } from '../../storage/heads-file'
import { checkLog, claimOf } from '../../storage/log-check'
import { originHeadsOf, type ProvenHead } from '../../storage/origin-heads'
import type { Origin } from '../../storage/origin-key'
import { type RawRow, rawText } from '../../storage/raw-row'
import type { Store } from '../../storage/store'
import { isNoIncident } from '../../storage/workspace-stream'
import { attachmentsIn } from '../attachments-in'
import { rowsToSend } from '../raw-rows'
import { type BundleFault, bundleLimits, MANIFEST, type Manifest, TELEMETRY } from './format'
import { emptySeal, seal } from './seal'
import { telemetryText } from './telemetry-file'

export interface BundleOut {
  readonly incident: IncidentId
  /** Path of the file that is made. */
  readonly file: string
  readonly drill: boolean
  /** For people only: an import rebuilds them. By name, such as `handoff.md`. */
  readonly documents?: Readonly<Record<string, string>>
}

/** What a bundle is made of: a record that is only read, and who writes in its folder. */
export interface BundleSource extends Pick<Store, 'folder'> {
  readonly db: ReadableDb
  readonly origin: Pick<Origin, 'id' | 'publicKey' | 'sign'>
}

/** The same for every bundle: a time of writing would make two bundles of one record differ. */
const MTIME = new Date(Date.UTC(1980, 0, 1, 12))

/**
 * [RK11] Writes all that there is of an incident into one file: whole and synced, or not at all. Two machines that have the
 * same of it write the same bytes.
 */
export async function writeBundle(store: BundleSource, out: BundleOut): Promise<Reply<Manifest, BundleFault>> {
  // [WS3] What belongs to no incident leaves in no file.
  if (isNoIncident(store.db, out.incident)) return fail({ code: 'not-here', where: out.incident })
  const kept = readHeads(join(store.folder, HEADS_FILE)) ?? noHeads
  const { rows } = rowsToSend(store.db, out.incident)
  if (rows.length === 0) return fail({ code: 'not-here', where: out.incident })
  const { damage } = checkLog(store.db, claimOf(kept, out.incident))
  if (damage !== null) return fail({ code: 'damaged-here', where: `event ${damage.place}` })
  if (rows.length > bundleLimits.rows) return fail({ code: 'too-large', where: 'events' })
  const files = filesOf(store.db, out.incident, rows, out.documents ?? {})
  const manifest = manifestOf({ ...store, kept }, out, rows, files)
  const draft = `${out.file}.part`
  try {
    const handle = await open(draft, 'w+', 0o600)
    try {
      await zipInto(handle, manifest, files)
      await seal(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, out.file)
    return ok(manifest)
  } catch (cause) {
    await rm(draft, { force: true })
    return fail({ code: 'disk', where: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** A store, and what its folder said of its heads when the export began. */
type Exporting = BundleSource & { readonly kept: KeptHeads }

type Files = ReadonlyMap<string, Buffer>

function filesOf(
  db: ReadableDb,
  incident: IncidentId,
  rows: readonly RawRow[],
  documents: Readonly<Record<string, string>>,
): Files {
  const files = new Map<string, Buffer>()
  for (const [origin, of] of Map.groupBy(rows, row => row.origin))
    files.set(`events/${origin}.jsonl`, Buffer.from(of.map(row => `${rawText(row)}\n`).join('')))
  for (const hash of [...attachmentsIn(rows)].sort()) {
    const found = findAttachment(db, hash as ContentHash)
    if (found !== undefined)
      files.set(`attachments/${hash}`, Buffer.from(readAttachment(db, found.hash, 0, found.size)))
  }
  const telemetry = telemetryText(db, incident)
  if (telemetry !== undefined) files.set(TELEMETRY, Buffer.from(telemetry))
  for (const [name, text] of Object.entries(documents)) files.set(`documents/${name}`, Buffer.from(text))
  return files
}

function manifestOf(store: Exporting, { incident, drill }: BundleOut, rows: readonly RawRow[], files: Files): Manifest {
  const vector: Manifest['vector'] = {}
  for (const { origin, counter, hash } of rows) vector[origin] = [counter, hash]
  const heads = Object.fromEntries(
    headsOf(store, incident, vector).map(({ origin, publicKey, counter, hash, signature }) => [
      origin,
      { publicKey, counter, hash, signature },
    ]),
  )
  const told = [...files].map(([name, content]) => [
    name,
    { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
  ])
  return { format: 'quarterdeck-bundle', version: 1, drill, incident, vector, heads, files: Object.fromEntries(told) }
}

/** [RK7] A head is signed when it leaves: ours now, those of others and of this folder before as they were signed then. */
function headsOf(
  { db, origin, kept }: Exporting,
  incident: IncidentId,
  vector: Manifest['vector'],
): readonly ProvenHead[] {
  const heads = new Map<string, ProvenHead>(originHeadsOf(db, incident).map(head => [head.origin, head]))
  for (const [id, { publicKey, heads: signed }] of kept.signed) {
    const head = signed.get(incident)
    if (head !== undefined) heads.set(id, { origin: id, publicKey, ...head })
  }
  const own = vector[origin.id]
  if (own !== undefined) {
    const head = { counter: own[0], hash: own[1] }
    const signature = origin.sign(headText(incident, origin.id, head))
    heads.set(origin.id, { origin: origin.id, publicKey: origin.publicKey, ...head, signature })
  }
  return [...heads.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1))
}

async function zipInto(handle: FileHandle, manifest: Manifest, files: Files): Promise<void> {
  const zip = new ZipFile()
  // Not a stream of the handle: as long as it has one that is not closed, it cannot be closed itself.
  const written = pipeline(zip.outputStream, async parts => {
    for await (const part of parts) await handle.writeFile(part as Buffer)
  })
  const common = { mtime: MTIME, mode: 0o600, forceDosTimestamp: true }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST, common)
  // Pictures are deflated already.
  for (const [name, content] of files)
    zip.addBuffer(content, name, { ...common, compress: !name.startsWith('attachments/') })
  zip.end({ comment: emptySeal, forceZip64Format: false })
  await written
}
