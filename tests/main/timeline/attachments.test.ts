import { hash as digest } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { countAttachments } from '../../../src/main/engine/storage/attachments'
import { openForWriting } from '../../../src/main/engine/storage/database'
import { DATABASE_FILE } from '../../../src/main/engine/storage/format.mjs'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type Attachments, openAttachments } from '../../../src/main/engine/timeline/attachments'
import { PIECE } from '../../../src/shared/contract/attachments'
import { callInputs } from '../../../src/shared/contract/parsers'
import { PICTURE_LIMIT, pictureType } from '../../../src/shared/domain/attachment'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type ContentHash, type EntryId, newId } from '../../../src/shared/domain/ids'
import { commandBench } from '../../support/engine-parts'
import { handClock } from '../../support/hand-clock'
import { writeOlderRecord } from '../../support/older-format'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const declared = { title: 'Payments fail', severity: 'SEV-1', impact: '' } as const

function picture(size: number, fill = 7): Buffer {
  const bytes = Buffer.alloc(size, fill)
  bytes.set(PNG)
  return bytes
}

function hashOf(bytes: Uint8Array): ContentHash {
  return digest('sha256', bytes) as ContentHash
}

function pieceOf(bytes: Buffer, offset: number, hash = hashOf(bytes)) {
  const data = bytes.subarray(offset, offset + PIECE).toString('base64')
  return callInputs['attachments:keep'].parse({ hash, size: bytes.length, offset, data })
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-pictures-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function benchWithPictures() {
  let attachments: Attachments | undefined
  const bench = commandBench(folder, { attachment: hash => attachments?.find(hash) })
  attachments = openAttachments(bench.store.db, bench.clock)
  bench.run('incident:declare', declared)
  return { ...bench, attachments }
}

function keepWhole(attachments: Attachments, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; offset += PIECE) {
    const reply = attachments.keep(pieceOf(bytes, offset))
    if (!reply.ok) throw new Error(reply.fault.message)
  }
}

describe('pictures of the record', () => {
  it('[TL5] is kept piece by piece, however often and in whatever order they come, and reads back byte for byte', () => {
    const { attachments } = benchWithPictures()
    const bytes = picture(2 * PIECE + 1_234)
    const ask = (offset: number) => attachments.keep(pieceOf(bytes, offset))
    expect(ask(PIECE)).toEqual({ ok: true, value: { have: 0, attachment: null } })
    expect(ask(0)).toEqual({ ok: true, value: { have: PIECE, attachment: null } })
    expect(ask(0)).toEqual({ ok: true, value: { have: PIECE, attachment: null } })
    expect(ask(PIECE)).toEqual({ ok: true, value: { have: 2 * PIECE, attachment: null } })
    const hash = hashOf(bytes)
    const whole = { hash, type: 'image/png', size: bytes.length }
    expect(ask(2 * PIECE)).toEqual({ ok: true, value: { have: bytes.length, attachment: whole } })
    expect(ask(0)).toEqual({ ok: true, value: { have: bytes.length, attachment: whole } })
    const pieces = [0, PIECE, 2 * PIECE].map(offset => {
      const reply = attachments.read({ hash, offset })
      return reply.ok ? reply.value.data : ''
    })
    expect(Buffer.from(pieces.join(''), 'base64').equals(bytes)).toBe(true)
  })

  it('[TL5] any picture comes back from any sequence of pieces that the answers ask for', () => {
    const { attachments } = benchWithPictures()
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4_000 }), fc.array(fc.nat(4_000)), (body, stray) => {
        const bytes = Buffer.concat([Buffer.from(PNG), Buffer.from(body)])
        const hash = hashOf(bytes)
        attachments.keep(pieceOf(bytes, 0))
        for (const offset of stray) attachments.keep(pieceOf(bytes, Math.min(offset, bytes.length)))
        expect(Buffer.from(attachments.content(hash) ?? []).equals(bytes)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['nothing', ' '],
  ])('[TL5] refuses %s by its first bytes, whatever it was called', (_, text) => {
    const { attachments, store } = benchWithPictures()
    expect(attachments.keep(pieceOf(Buffer.from(text), 0))).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(countAttachments(store.db)).toEqual({ pictures: 0, bytes: 0 })
  })

  it('[TL5] refuses bytes that are not those of the hash, and counts what is kept', () => {
    const { attachments, store } = benchWithPictures()
    const [good, other] = [picture(900), picture(900, 8)]
    expect(attachments.keep(pieceOf(other, 0, hashOf(good)))).toMatchObject({ ok: false })
    expect(attachments.find(hashOf(good))).toBeUndefined()
    keepWhole(attachments, good)
    keepWhole(attachments, other)
    keepWhole(attachments, good)
    expect(countAttachments(store.db)).toEqual({ pictures: 2, bytes: 1_800 })
  })

  it('[TL5] a call that is too large, or no base64, is refused before anything is held', () => {
    const { safeParse } = callInputs['attachments:keep']
    const piece = pieceOf(picture(900), 0)
    expect(safeParse({ ...piece, size: PICTURE_LIMIT + 1 }).success).toBe(false)
    expect(safeParse({ ...piece, data: 'A'.repeat((PIECE / 3) * 4 + 4) }).success).toBe(false)
    expect(safeParse({ ...piece, data: 'data:image/png;base64,AAAA' }).success).toBe(false)
    expect(safeParse({ ...piece, hash: '../../etc/passwd' }).success).toBe(false)
  })

  it('[TL5] a line names only pictures that are on disk, and has them after a restart', () => {
    const { attachments, run, ledger, incident, store } = benchWithPictures()
    const bytes = picture(PIECE + 5)
    const line = { kind: 'finding', text: 'Pool is full', occurredAt: null, pinned: false } as const
    const write = () => run('timeline:append', { ...line, entry: newId<EntryId>(), attachments: [hashOf(bytes)] })
    expect(write()).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    keepWhole(attachments, bytes)
    expect(write()).toMatchObject({ ok: true })
    const written = ledger.record(incident)?.timeline().at(-1)
    expect(written?.attachments).toEqual([{ hash: hashOf(bytes), type: 'image/png', size: bytes.length }])
    const second = openForWriting(join(folder, DATABASE_FILE))
    expect(Buffer.from(openAttachments(second, handClock()).content(hashOf(bytes)) ?? []).equals(bytes)).toBe(true)
    second.close()
    expect(countAttachments(store.db).pictures).toBe(1)
  })

  it('[HD11] the handoff carries the pictures inside, and none of a retracted line', () => {
    const { attachments, run, ledger, incident } = benchWithPictures()
    const bytes = picture(3_000)
    keepWhole(attachments, bytes)
    const entry = newId<EntryId>()
    const line = { kind: 'finding', text: 'Pool "full" <b>', occurredAt: null, pinned: false } as const
    run('timeline:append', { ...line, entry, attachments: [hashOf(bytes)] })
    const page = (format: 'html' | 'markdown') => {
      const record = ledger.record(incident)
      if (record === null) throw new Error('The incident is gone')
      return renderHandoff(handoffContent(record.incident, record.timeline(), 1), format, attachments.content)
    }
    expect(page('html')).toContain(`<img src="data:image/png;base64,${bytes.toString('base64')}"`)
    expect(page('html')).toContain('alt="Picture: Pool &quot;full&quot; &lt;b&gt;"')
    expect(page('html')).toContain('img-src data:')
    expect(page('markdown')).toContain(`[picture ${hashOf(bytes).slice(0, 12)}]`)
    run('timeline:retract', { entry, reason: '' })
    expect(page('html')).not.toContain('<img')
    expect(page('html')).not.toContain('img-src')
  })

  it('knows a picture by its first bytes', () => {
    expect(pictureType(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
    expect(pictureType(Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8 '))).toBe('image/webp')
    expect(pictureType(Buffer.from('RIFF\u0000\u0000\u0000\u0000WAVEfmt '))).toBeUndefined()
    expect(pictureType(new Uint8Array())).toBeUndefined()
  })
})

function open(): Store {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

describe('a database of before there were pictures', () => {
  it('gains their table, and keeps its lines', () => {
    writeOlderRecord(folder, 30, "INSERT INTO noiseRule (id, rule) VALUES ('r1', '{}')")
    const after = open()
    expect(countAttachments(after.db)).toEqual({ pictures: 0, bytes: 0 })
    expect(after.db.prepare('SELECT id FROM noiseRule').all()).toEqual([{ id: 'r1' }])
    after.close()
  })
})
