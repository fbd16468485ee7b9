import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE, FORMAT_VERSION } from '../../src/main/engine/storage/format.mjs'
import { picture, runStart } from './start-process'

const host = 'out/main/serve.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** One line on stderr, exit code 2, nothing on stdout, nothing touched. */
async function refusal(...words: readonly string[]): Promise<string> {
  const before = picture(folder)
  const { code, stdout, stderr } = await runStart(...words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect(picture(folder)).toEqual(before)
  return stderr
}

function makeRecord(version: number): void {
  const db = new DatabaseSync(join(folder, DATABASE_FILE))
  db.exec(`CREATE TABLE event (seq INTEGER); PRAGMA user_version = ${version}`)
  db.close()
}

describe('npm start refuses', () => {
  it.each([
    [['--verbose'], '"--verbose"'],
    [['--port', '70000'], '--port'],
    [['--speed', 'fast'], '--speed'],
    [['--data'], '--data'],
    [['--drill', '../up'], '--drill'],
  ])('a wrong option: %j', async (words, named) => {
    const line = await refusal('--data', folder, ...words)
    expect(line).toContain(named)
    expect(line).toContain('--help')
  })

  it('a drill that is not there, naming those that are', async () => {
    const line = await refusal('--web', '--port', '0', '--data', folder, '--drill', 'nowhere')
    expect(line).toContain('nowhere')
    expect(line).toContain('payments-outage')
  })

  it('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const line = await refusal('--web', '--data', folder, '--port', String(port))
    expect(line).toContain(`Port ${port} is in use`)
    expect(line).toContain('--port')
    server.close()
    await once(server, 'close')
  })

  it('a data folder below a file', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    for (const data of ['notes.txt', 'notes.txt/deck', 'notes.txt/a/b']) {
      expect(await refusal('--web', '--port', '0', '--data', join(folder, data))).toContain('not a folder')
    }
  })

  it.runIf(process.getuid?.() !== 0)('a data folder that cannot be written', async () => {
    expect(await refusal('--web', '--port', '0', '--data', '/etc/quarterdeck')).toContain('cannot be written')
  })

  it('a record that a newer version wrote', async () => {
    makeRecord(FORMAT_VERSION + 10)
    const line = await refusal('--web', '--port', '0', '--data', folder)
    expect(line).toContain(`format ${FORMAT_VERSION + 10}`)
    expect(line).toContain('--data')
  })

  it('a record that is not a file', async () => {
    mkdirSync(join(folder, DATABASE_FILE))
    expect(await refusal('--web', '--port', '0', '--data', folder)).toContain('cannot be opened')
  })
})

describe('npm start', () => {
  it('lists its options and touches nothing', async () => {
    const { code, stdout, stderr } = await runStart('--help', '--data', join(folder, 'deck'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const option of ['--web', '--port', '--data', '--drill', '--no-drill', '--speed', '--no-open', '--help']) {
      expect(stdout).toContain(option)
    }
    expect(picture(folder)).toEqual([])
  })

  it.skipIf(!existsSync(host))('as its browser host does, and serves nothing then', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [host, '--help', '--data', join(folder, 'deck')])
    expect(stdout).toContain('--no-drill')
    expect(picture(folder)).toEqual([])
  })
})
