import { erasedBy } from '../../storage/erasures'
import { isErased } from '../../storage/event-row'
import type { RawRow } from '../../storage/raw-row'
import { attachmentsIn } from '../attachments-in'
import type { ImportBatch } from '../import'

export type BundleSlice = Omit<ImportBatch, 'drill'>

/** A slice with more is written in a turn of the loop that a key would notice. */
const MOST_BYTES = 1024 * 1024

/**
 * What reads the whole log for each slice (rows of envelope 1, branches, erased bodies) is not asked to do so more often
 * than this.
 */
const MOST_SLICES_OF_WHOLE = 8

/**
 * Parts of a batch that can be imported one after the other, each in a transaction of its own, so that a record with
 * only the first of them is consistent: chains continue, an erased body comes with what erased it, pictures with the
 * first line that names them, and the signed heads with the last.
 * @param most rows of one, unless more of them belong together
 */
export function* slicesOf(batch: BundleSlice, most: number): Generator<BundleSlice> {
  const rows = inOrder(batch.rows)
  const together = reach(rows)
  const limit = isPlain(rows) ? most : Math.max(most, Math.ceil(rows.length / MOST_SLICES_OF_WHOLE))
  const pictures = new Map((batch.attachments ?? []).map(one => [String(one.attachment.hash), one]))
  let begin = 0
  let bytes = 0
  for (const [at, row] of rows.entries()) {
    bytes += row.body.length + picturesOf([row], pictures).reduce((sum, { content }) => sum + content.length, 0)
    const last = at + 1 === rows.length
    const full = at + 1 - begin >= limit || bytes >= MOST_BYTES
    if (last || !full || (together[at] ?? 0) > at) continue
    yield sliceOf(batch.incident, rows.slice(begin, at + 1), pictures)
    begin = at + 1
    bytes = 0
  }
  const rest = sliceOf(batch.incident, rows.slice(begin), pictures)
  const { heads, telemetry } = batch
  yield { ...rest, ...(heads && { heads }), ...(telemetry && { telemetry }) }
}

type Pictures = Map<string, NonNullable<ImportBatch['attachments']>[number]>

/** What it has of the pictures is taken out of them. */
function sliceOf(incident: BundleSlice['incident'], rows: readonly RawRow[], pictures: Pictures): BundleSlice {
  const attachments = picturesOf(rows, pictures)
  for (const { attachment } of attachments) pictures.delete(attachment.hash)
  return { incident, rows, attachments }
}

function picturesOf(rows: readonly RawRow[], pictures: Pictures) {
  return pictures.size === 0 ? [] : [...attachmentsIn(rows)].flatMap(hash => pictures.get(hash) ?? [])
}

/**
 * Nearly as all machines fold, so that little is folded again, and each origin's by its counter, whatever times a stranger
 * wrote into them.
 */
function inOrder(rows: readonly RawRow[]): readonly RawRow[] {
  const latest = new Map<string, number>()
  const byCounter = rows.toSorted((a, b) => a.counter - b.counter)
  const timed = byCounter.map(row => {
    const ms = Math.max(latest.get(row.origin) ?? 0, row.hlcMs ?? row.recordedAt)
    latest.set(row.origin, ms)
    return { row, ms }
  })
  // A stable sort: of one time they stay as they are by their counters.
  return timed.sort((a, b) => a.ms - b.ms).map(({ row }) => row)
}

/** By row: up to which other row all must come together, because a body of them is erased by it. */
function reach(rows: readonly RawRow[]): readonly number[] {
  const erasers = new Map<string, number>()
  for (const [at, { kind, body }] of rows.entries()) {
    const id = kind === 'body-erased' ? erasedBy(body) : undefined
    if (id !== undefined && !erasers.has(id)) erasers.set(id, at)
  }
  let furthest = 0
  return rows.map(row => {
    if (isErased({ ...row, seq: 0 })) furthest = Math.max(furthest, erasers.get(row.id) ?? 0)
    return furthest
  })
}

function isPlain(rows: readonly RawRow[]): boolean {
  const places = new Set(rows.map(({ origin, counter }) => `${origin}:${counter}`))
  return places.size === rows.length && rows.every(row => row.env === 2 && !isErased({ ...row, seq: 0 }))
}
