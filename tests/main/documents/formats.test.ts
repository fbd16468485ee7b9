import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { handoffTree } from '../../../src/main/engine/documents/handoff-tree'
import { writeCsv } from '../../../src/main/engine/documents/write-csv'
import { type WriterFormat, writerOf } from '../../../src/main/engine/documents/write-document'
import type { EventDraft } from '../../../src/shared/events/define'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { programOf, run } from '../../support/office'
import { bare, boardOf, contentOf, halfWay } from './sample'

/** It has no types of its own; as XML it throws at what is not well-formed. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (text: string, options: { readonly contentType: string }) => unknown
}

async function written(drafts: readonly EventDraft[], format: WriterFormat): Promise<string> {
  const write = await writerOf(format)
  return (await write(handoffTree(contentOf(drafts, 20)), () => undefined)).text
}

/** Rows of RFC 4180, read by its own rules; what breaks them throws. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv)
    if (found === null) throw new Error('This is no CSV')
    const [, quoted, plain, end] = found
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const nasty = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '  =cmd|x', '＝1+1', '\u200b=1+1', '|calc', '%0A=1'],
  ...['a "quoted", text', 'two\nlines', 'Käse 🧀 ‮abc', '\uFEFF=2', "'=3"],
]
const hostile = [...bare, ...nasty.map((text, at) => story.line(at + 1, 'note', text))]

describe('[FM1] JSON', () => {
  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/document.schema.json'), 'utf8')),
  )

  it.each([
    ['half-way', [...halfWay, ...boardOf(14)]],
    ['bare', bare],
    ['hostile', hostile],
  ] as const)('of the incident “%s” is as its published schema says', async (_name, drafts) => {
    const document = JSON.parse(await written(drafts, 'json'))
    validate(document)
    expect(validate.errors).toBeNull()
  })

  it('has a place by its id, times as instants, and no address that is not of the web', async () => {
    const document = JSON.parse(await written(halfWay, 'json'))
    const sections = JSON.stringify(document.blocks)
    expect(document).toMatchObject({ version: 1, asOf: '2026-11-20T14:20:00.000Z', severity: 'SEV-1', drill: false })
    for (const id of ['strategy-and-why', 'pending-decisions', 'open-questions', 'timeline'])
      expect(sections).toContain(`"id":"${id}"`)
    expect(sections).toContain('2026-11-20T14:30:00.000Z')
  })

  it('that lacks a field is not as the schema says', async () => {
    const { asOf: _, ...rest } = JSON.parse(await written(bare, 'json'))
    expect(validate(rest)).toBe(false)
  })
})

describe('[FM2] CSV', () => {
  it('begins with a byte order mark, its columns, and a row about the document', async () => {
    const text = writeCsv(handoffTree(contentOf(halfWay, 20)))
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [columns, about] = rowsOf(text.slice(1))
    expect(columns).toContain('text')
    expect(about?.slice(0, 2)).toEqual(['2026-11-20T14:20:00.000Z', 'document'])
    expect(about?.[2]).toMatch(/As of 14:20:00 UTC.*Newest line of the record: 14:17 UTC/)
  })

  it('has every line with its instant, and all rows as many cells', async () => {
    const rows = rowsOf((await written(halfWay, 'csv')).slice(1))
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([10]))
    const corrected = rows.find(row => row[2]?.startsWith('Release 4.2 of payments-api'))
    expect([corrected?.[0], corrected?.[1], corrected?.[3]]).toEqual([
      '2026-11-20T14:04:00.000Z',
      'finding',
      'Ada Lovelace',
    ])
    expect(corrected?.[8]).toBe('Release 4.2 went out at 13:57')
  })

  it('has nothing that a spreadsheet runs, and loses no letter of it', async () => {
    const rows = rowsOf((await written(hostile, 'csv')).slice(1)).slice(1)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u)
    expect(rows.map(row => row[2])).toEqual(expect.arrayContaining(["'=1+1", 'a "quoted", text', 'two\nlines']))
  })
})

describe('[FM3] DOCX', () => {
  it('is a package of well-formed XML with all of the document, and nothing that loads or runs', async () => {
    const parts = await unzipped(Buffer.from(await written([...halfWay, ...hostile.slice(1)], 'docx'), 'base64'))
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
    for (const [name, part] of parts) {
      if (!/\.(?:xml|rels)$/.test(name)) continue
      expect(() => new JSDOM(part.toString('utf8'), { contentType: 'application/xml' }), name).not.toThrow()
    }
    const text = textOf(parts)
    for (const says of ['Strategy and why', 'Rolling back payments-api to 4.1', 'two', 'Missing: 3', '=1+1'])
      expect(text).toContain(says)
    expect([...parts.keys()].join()).not.toMatch(/vba|macro|activeX|embeddings/i)
    expect(parts.get('word/document.xml')?.toString()).not.toMatch(/instrText>[^<]*(?:DDE|INCLUDE)/)
  })

  const office = programOf(['soffice', 'libreoffice'])
  it.skipIf(office === undefined)('is opened by LibreOffice, which finds its text', { timeout: 120_000 }, async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'handoff.docx'), Buffer.from(await written(halfWay, 'docx'), 'base64'))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(office ?? '', [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
      join(folder, 'handoff.docx'),
    ])
    const text = readFileSync(join(folder, 'handoff.txt'), 'utf8')
    expect(text).toContain('Rolling back payments-api to 4.1 in all regions (Grace)')
    expect(text).toContain('Strategy and why')
  })
})

function textOf(parts: ReadonlyMap<string, Buffer>): string {
  return (parts.get('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]*>/g, ' ')
}

function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault)
      zip.on('error', reject).on('end', () => resolve(parts))
      zip.on('entry', entry =>
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble) return reject(trouble)
          const chunks: Buffer[] = []
          stream
            .on('data', chunk => chunks.push(chunk))
            .on('end', () => {
              parts.set(entry.fileName, Buffer.concat(chunks))
              zip.readEntry()
            })
        }),
      )
      zip.readEntry()
    })
  })
}
