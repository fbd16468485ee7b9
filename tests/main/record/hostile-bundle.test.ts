import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { Manifest } from '../../../src/main/engine/record/bundle/format'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { readZip } from '../../../src/main/engine/record/bundle/read-zip'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import type { Store } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { replicaOn } from '../../support/replica'

/** A bundle as a stranger may have written it: every byte is theirs, and so is the seal. */

const incident = newId<IncidentId>()
type Files = Map<string, Buffer>
let folder: string
let files: Files

beforeEach(async () => {
  folder = scratchFolder()
  const { store, declare, note } = replicaOn(join(folder, 'data'))
  declare(incident)
  note(incident, 'one')
  const file = join(folder, 'good.quarterdeck')
  const written = await writeBundle({ ...(store as Store), folder }, { incident, file, drill: false })
  expect(written.ok).toBe(true)
  const handle = await open(file)
  const read = await readZip(handle)
  await handle.close()
  files = new Map(read.ok ? read.value : [])
})

async function zipped(entries: Iterable<readonly [string, Buffer]>, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of entries) zip.addBuffer(content, name, { compress })
  zip.end({ comment: `quarterdeck sha256 ${'0'.repeat(64)}`, forceZip64Format: false })
  return buffer(zip.outputStream)
}

function sealed(content: Buffer): Buffer {
  const body = content.subarray(0, content.length - 83)
  return Buffer.concat([body, Buffer.from(`quarterdeck sha256 ${createHash('sha256').update(body).digest('hex')}`)])
}

async function taken(content: Buffer) {
  const file = join(folder, 'theirs.quarterdeck')
  writeFileSync(file, content)
  const read = await readBundle(file)
  return read.ok ? 'taken' : read.fault.code
}

const told = (content: Buffer) => ({
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
})

/** With the manifest changed, and every file told as it is. */
function remade(change: (manifest: Manifest & Record<string, unknown>) => void): Files {
  const manifest = JSON.parse(String(files.get('manifest.json')))
  change(manifest)
  for (const [name, content] of files) if (name !== 'manifest.json') manifest.files[name] = told(content)
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
  return files
}

describe('[RK12] a bundle of a stranger', () => {
  it('is taken where it is as we would have written it', async () => {
    expect(await taken(sealed(await zipped(files)))).toBe('taken')
  })

  it('leads nowhere out of itself', async () => {
    files.set('documents/a.md', Buffer.from('x'))
    const content = await zipped(remade(() => undefined))
    expect(await taken(sealed(content))).toBe('taken')
    const text = content.toString('latin1').replaceAll('documents/a.md', '../../../aa.md')
    expect(await taken(sealed(Buffer.from(text, 'latin1')))).toMatch(/not-a-bundle|bad-name/)
  })

  it.each(['x.exe', 'documents/deep/er.md', 'events/none.jsonl', 'attachments/name.png', 'documents/.hidden.md'])(
    'has no file %s',
    async name => {
      files.set(name, Buffer.from('x'))
      expect(await taken(sealed(await zipped(remade(() => undefined))))).toBe('bad-name')
    },
  )

  it('is no bomb, and inflates to no more than it says', async () => {
    files.set('documents/zeros.md', Buffer.alloc(20 * 1024 * 1024))
    expect(await taken(sealed(await zipped(remade(() => undefined))))).toBe('too-large')
    files.set('documents/zeros.md', Buffer.alloc(33 * 1024 * 1024))
    expect(
      await taken(
        sealed(
          await zipped(
            remade(() => undefined),
            false,
          ),
        ),
      ),
    ).toBe('too-large')
  })

  it('has each file once, the manifest first, and nothing that the manifest does not tell', async () => {
    expect(await taken(sealed(await zipped([...files, ...files])))).toBe('bad-name')
    expect(await taken(sealed(await zipped([...files].reverse())))).toBe('not-a-bundle')
    expect(await taken(sealed(await zipped([...files, ['documents/a.md', Buffer.from('x')]])))).toBe('altered')
    expect(await taken(sealed(await zipped([...files].slice(0, 1))))).toBe('altered')
  })

  it.each([
    [
      'of a newer version',
      (manifest: Record<string, unknown>) => Object.assign(manifest, { version: 2 }),
      'newer-version',
    ],
    [
      'of something else',
      (manifest: Record<string, unknown>) => Object.assign(manifest, { format: 'zip' }),
      'not-a-bundle',
    ],
    [
      'with a field more',
      (manifest: Record<string, unknown>) => Object.assign(manifest, { run: 'me' }),
      'not-a-bundle',
    ],
    ['with another vector', (manifest: Manifest) => Object.assign(manifest, { vector: {} }), 'altered'],
    [
      'with a head that its origin did not sign',
      (manifest: Manifest) => {
        for (const head of Object.values(manifest.heads))
          Object.assign(head, { signature: Buffer.alloc(64).toString('base64') })
      },
      'bad-signature',
    ],
    [
      'with a key that is not the origin’s',
      (manifest: Manifest) => {
        for (const head of Object.values(manifest.heads))
          Object.assign(head, { publicKey: Buffer.alloc(44).toString('base64') })
      },
      'bad-signature',
    ],
  ] as const)('%s is refused', async (_, change, code) => {
    expect(await taken(sealed(await zipped(remade(change as (manifest: Manifest) => void))))).toBe(code)
  })

  it('has pictures only, and only those that a line names', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    files.set(`attachments/${told(svg).sha256}`, svg)
    expect(await taken(sealed(await zipped(remade(() => undefined))))).toBe('bad-attachment')
  })

  it('has events only of the form that events have', async () => {
    const name = [...files.keys()].find(one => one.startsWith('events/')) ?? ''
    const good = String(files.get(name))
    for (const bad of ['{}\n', 'no json\n', good.replaceAll(incident, newId()), good.replace('"env":2', '"env":3')]) {
      files.set(name, Buffer.from(bad))
      expect(await taken(sealed(await zipped(remade(() => undefined))))).toBe('bad-row')
    }
  })

  it('is a plain file with a zip in it', async () => {
    expect(await taken(sealed(Buffer.alloc(500)))).toBe('not-a-bundle')
    expect(await taken(Buffer.alloc(0))).toBe('not-a-bundle')
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    mkdirSync(join(folder, 'folder'))
    for (const path of [pipe, join(folder, 'folder'), join(folder, 'nothing')])
      expect(await readBundle(path)).toMatchObject({ ok: false, fault: { code: 'unreadable' } })
  })
})
