import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { type Attachment, PICTURE_LIMIT, pictureType } from '../../../../shared/domain/attachment'
import type { ContentHash } from '../../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import { type ProvenHead, provesHead } from '../../storage/origin-heads'
import { type RawRow, readRaw } from '../../storage/raw-row'
import { attachmentsIn } from '../attachments-in'
import type { ImportBatch } from '../import'
import { type BundleFault, bundleLimits, MANIFEST, type Manifest, manifestField, TELEMETRY } from './format'
import { readZip } from './read-zip'
import { checkSeal } from './seal'
import { telemetryIn } from './telemetry-file'

/** What a bundle has, all of it verified. We believe nothing of it beyond what its chains and signatures prove. */
export interface Bundle {
  readonly manifest: Manifest
  readonly batch: Omit<ImportBatch, 'drill'>
}

type Read<T> = Reply<T, BundleFault>

/** [RK11] Reads a bundle that anybody may have written; each changed bit and each cut is a fault. */
export async function readBundle(path: string): Promise<Read<Bundle>> {
  let file: FileHandle | undefined
  try {
    // A pipe in its place must not let it wait for ever; Windows knows none among its files.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = await file.stat()
    if (!stats.isFile()) return fail({ code: 'unreadable', where: path })
    if (stats.size > bundleLimits.fileBytes) return fail({ code: 'too-large', where: path })
    const seal = await checkSeal(file)
    if (seal !== 'whole') return fail({ code: seal === 'altered' ? 'altered' : 'not-a-bundle', where: path })
    const files = await readZip(file)
    return files.ok ? bundleOf(files.value) : files
  } catch (cause) {
    return fail({ code: 'unreadable', where: cause instanceof Error ? cause.message : String(cause) })
  } finally {
    await file?.close()
  }
}

function bundleOf(files: ReadonlyMap<string, Buffer>): Read<Bundle> {
  const manifest = manifestIn(files)
  if (!manifest.ok) return manifest
  const rows = rowsIn(files, manifest.value)
  if (!rows.ok) return rows
  const heads = headsIn(manifest.value, rows.value)
  if (!heads.ok) return heads
  const attachments = attachmentsOf(files, rows.value)
  if (!attachments.ok) return attachments
  const telemetry = telemetryIn(files.get(TELEMETRY))
  if (!telemetry.ok) return fail({ code: 'bad-telemetry', where: TELEMETRY })
  const { incident } = manifest.value
  const batch = {
    ...{ incident, rows: rows.value, heads: heads.value, attachments: attachments.value },
    ...(telemetry.value.length > 0 && { telemetry: telemetry.value }),
  }
  return ok({ manifest: manifest.value, batch })
}

function manifestIn(files: ReadonlyMap<string, Buffer>): Read<Manifest> {
  const [first] = files.keys()
  const content = files.get(MANIFEST)
  if (content === undefined || first !== MANIFEST) return fail({ code: 'not-a-bundle', where: MANIFEST })
  const json = jsonOf(content)
  if (typeof json === 'object' && json !== null && 'version' in json && Number(json.version) > 1)
    return fail({ code: 'newer-version', where: MANIFEST })
  const parsed = manifestField.safeParse(json)
  if (!parsed.success) return fail({ code: 'not-a-bundle', where: parsed.error.issues[0]?.path.join('.') ?? MANIFEST })
  const told = parsed.data.files
  for (const [name, content] of files) {
    if (name !== MANIFEST && told[name]?.sha256 !== sha256(content)) return fail({ code: 'altered', where: name })
  }
  const missing = Object.keys(told).find(name => !files.has(name))
  return missing === undefined ? ok(parsed.data) : fail({ code: 'altered', where: missing })
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    // The parser of the manifest says that it is none.
    return undefined
  }
}

function rowsIn(files: ReadonlyMap<string, Buffer>, manifest: Manifest): Read<readonly RawRow[]> {
  const rows: RawRow[] = []
  const vector: Manifest['vector'] = {}
  for (const [name, content] of files) {
    const origin = /^events\/(.+)\.jsonl$/.exec(name)?.[1]
    if (origin === undefined) continue
    for (const [n, line] of content.toString('utf8').split('\n').slice(0, -1).entries()) {
      const row = readRaw(line)
      const where = `${name}:${n + 1}`
      if (!row.ok || row.value.origin !== origin || row.value.incident !== manifest.incident)
        return fail({ code: 'bad-row', where })
      if (rows.length >= bundleLimits.rows) return fail({ code: 'too-large', where })
      rows.push(row.value)
      vector[origin] = [row.value.counter, row.value.hash]
    }
  }
  const same = JSON.stringify(byName(vector)) === JSON.stringify(byName(manifest.vector))
  return same ? ok(rows) : fail({ code: 'altered', where: 'vector' })
}

function byName<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** [RK7] A wrong signature is worse than none: the bundle attributes to a person what they did not do. */
function headsIn({ incident, heads }: Manifest, rows: readonly RawRow[]): Read<readonly ProvenHead[]> {
  const there = new Set(rows.map(({ origin, counter, hash }) => `${origin} ${counter} ${hash}`))
  const proven: ProvenHead[] = []
  for (const [origin, head] of Object.entries(heads)) {
    const known = there.has(`${origin} ${head.counter} ${head.hash}`)
    if (!known || !provesHead(incident, { origin, ...head })) return fail({ code: 'bad-signature', where: origin })
    proven.push({ origin, ...head })
  }
  return ok(proven)
}

/** Pictures only, by their own bytes, and only those that a line names. */
function attachmentsOf(
  files: ReadonlyMap<string, Buffer>,
  rows: readonly RawRow[],
): Read<NonNullable<ImportBatch['attachments']>> {
  const named = attachmentsIn(rows)
  const found: { attachment: Attachment; content: Uint8Array }[] = []
  for (const [name, content] of files) {
    const hash = /^attachments\/(.+)$/.exec(name)?.[1]
    if (hash === undefined) continue
    const type = pictureType(content)
    const fits = hash === sha256(content) && named.has(hash) && content.length <= PICTURE_LIMIT
    if (!fits || type === undefined) return fail({ code: 'bad-attachment', where: name })
    found.push({ attachment: { hash: hash as ContentHash, type, size: content.length }, content })
  }
  return ok(found)
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
