import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { openJournal } from '../../../src/main/engine/drill/journal'
import { loadScenario } from '../../../src/main/engine/drill/scenario'
import { readTextFile } from '../../../src/main/engine/guards/regular-file'
import { openAgents } from '../../../src/main/engine/http/agents'
import { openDrillRun } from '../../../src/main/engine/mode/drill-runs'
import { DATABASE_FILE } from '../../../src/main/engine/storage/format.mjs'
import { openStore } from '../../../src/main/engine/storage/store'
import { openLogger } from '../../../src/main/hosts/logger'
import { folderKey } from '../../../src/main/hosts/web/folder-key'
import { openSecrets } from '../../../src/main/hosts/web/secrets'
import { openSettings } from '../../../src/main/hosts/web/settings'
import { HOUR } from '../../../src/shared/lib/time'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a person may have put in a file's place. 7 GB are sparse, so that the test itself needs no room. */
const places: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': path => execFileSync('mkfifo', [path]),
  'a link to a pipe': path => {
    execFileSync('mkfifo', [`${path}.pipe`])
    symlinkSync(`${path}.pipe`, path)
  },
  'a link to a device without an end': path => symlinkSync('/dev/zero', path),
  'a folder': path => mkdirSync(path),
  'a file of 7 GB': path => {
    writeFileSync(path, '', { mode: 0o600 })
    truncateSync(path, 7e9)
  },
}

/** Everything that reads a file of a person or a team: how it answers is what is thrown, or its words. */
const readers: readonly (readonly [file: string, read: (folder: string) => unknown])[] = [
  ['config.json', folder => openSettings(folder)],
  ['secrets.json', folder => openSecrets(folder, {})],
  ['session.key', folder => folderKey(folder)],
  ['initial.liquid', folder => openTemplates({ shipped: folder }).problems],
  ['story.yaml', folder => loadScenario(join(folder, 'story.yaml'))],
  ['own-ca.pem', folder => openAgents({}).https(join(folder, 'own-ca.pem'))],
  ['facts.jsonl', folder => openJournal(join(folder, 'facts.jsonl'), String)],
]

const told = (read: () => unknown) => {
  try {
    return JSON.stringify(read())
  } catch (error) {
    const { message, cause } = error as Error
    return cause instanceof Error ? `${message}: ${cause.message}` : message
  }
}

describe.each(Object.keys(places))('[HF1] %s', name => {
  it.each(readers)('in the place of %s holds nothing up, and is named with what is wrong', (file, read) => {
    const folder = emptyFolder()
    places[name]?.(join(folder, file))
    const before = process.memoryUsage().rss
    const words = told(() => read(folder))
    expect(words).toContain(file)
    expect(words).toMatch(/must be a plain file|is larger than [\d,]+ bytes/)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })

  it('in the place of a drill’s notes begins a new run', () => {
    const folder = emptyFolder()
    const old = join(folder, '2026', 'run.json')
    mkdirSync(dirname(old))
    places[name]?.(old)
    expect(openDrillRun(folder, { length: HOUR, opensAt: 0 }, { speed: 1 }, 0).folder).not.toBe(dirname(old))
  })
})

it.each([
  ['quarterdeck.log', openLogger],
  [DATABASE_FILE, (path: string) => openStore(dirname(path))],
  ['quarterdeck.lock', (path: string) => openStore(dirname(path))],
])('[HF1] a pipe in the place of %s is refused in words', (name, open) => {
  const path = join(emptyFolder(), name)
  execFileSync('mkfifo', [path])
  expect(told(() => open(path))).toMatch(/is a pipe|is not a file|Cannot use/)
})

it('a socket is named as one', async () => {
  const path = join(emptyFolder(), 'socket')
  const server = createServer().listen(path)
  await new Promise(done => server.once('listening', done))
  onTestFinished(() => void server.close())
  expect(readTextFile(path, 10)).toMatchObject({ fault: { message: 'is a socket, and must be a plain file' } })
})

it('reads plain files of any name and size within the limit, links to them too, without a mark of byte order', () => {
  const folder = emptyFolder()
  const path = join(folder, 'überblick 🚒.txt')
  writeFileSync(path, '\ufeffgrün')
  symlinkSync(path, join(folder, 'link'))
  expect(readTextFile(join(folder, 'link'), 8)).toEqual({ ok: true, value: 'grün' })
  expect(readTextFile(path, 7)).toMatchObject({ fault: { kind: 'unusable', message: 'is larger than 7 bytes' } })
  const long = 'x'.repeat(300_000)
  writeFileSync(path, long)
  expect(readTextFile(path, 300_000)).toEqual({ ok: true, value: long })
  writeFileSync(path, '')
  expect(readTextFile(path, 0)).toEqual({ ok: true, value: '' })
  expect(readTextFile(join(folder, 'none'), 9)).toMatchObject({ fault: { kind: 'absent' } })
})

it.skipIf(process.platform !== 'linux')('stops at the limit in a file that says it has no size', () => {
  // The system makes it up while it is read.
  expect(readTextFile('/proc/self/maps', 100)).toMatchObject({ fault: { message: 'is larger than 100 bytes' } })
})

it('reads no more than 200 templates, and says so', () => {
  const folder = emptyFolder()
  const template = '---\ntitle: T\nstage: progress\nheadline: H\nfields: []\n---\nText'
  for (let at = 0; at < 203; at += 1) writeFileSync(join(folder, `t${String(at).padStart(3, '0')}.liquid`), template)
  const templates = openTemplates({ shipped: folder }, { patience: Number.POSITIVE_INFINITY })
  expect(templates.list()).toHaveLength(200)
  expect(templates.problems).toEqual([`${folder} holds more than 200 templates: 3 were skipped`])
})
