import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../src/main/engine/bridge'
import type { RendererFile } from '../../src/main/hosts/renderer-files'
import { serveFiles, type WebHost } from '../../src/main/hosts/web/host'
import { ok } from '../../src/shared/lib/reply'
import { seedSession } from '../hosts/support/web-fixture'
import { bodyRows } from './hostile/bodies'
import { cookieRows } from './hostile/cookies'
import { fetchMetadataRows } from './hostile/fetch-metadata'
import { hostRows } from './hostile/hosts'
import { methodRows } from './hostile/methods'
import { originRows } from './hostile/origins'
import { exchange, statusesOf } from './hostile/raw-exchange'
import {
  ASSET,
  asset,
  bytesOf,
  enter,
  type HostileRow,
  link,
  page,
  type Scene,
  withHeader,
} from './hostile/raw-request'
import { targetRows } from './hostile/targets'
import { malformedRows, upgradeRows } from './hostile/upgrades'

const KEY = 'kbcdefghijklmnopqrstuvwxyz0123456789-_ABCDE'
const CODE = 'cbcdefghijklmnopqrstuvwxyz0123456789-_ABCDE'
const CONTENT = 'the built cockpit'

const lists: Readonly<Record<string, (scene: Scene) => readonly HostileRow[]>> = {
  'with a foreign Host': hostRows,
  'with a foreign Origin': originRows,
  'with the fetch metadata of another site': fetchMetadataRows,
  'with another method': methodRows,
  'with a body or an ambiguous length': bodyRows,
  'at a strange address': targetRows,
  'without the session': cookieRows,
  'to upgrade in another way': upgradeRows,
  'that are malformed': malformedRows,
}

/** The table does not depend on the port, so it can be counted before there is one. */
const counted = Object.values(lists).flatMap(list => list({ port: 40_123, key: KEY, code: CODE }))

describe(`${counted.length} hostile requests, each sent as raw bytes`, () => {
  const handled = { sessions: 0, files: 0 }
  const bridge: Bridge = {
    openSession: () => {
      handled.sessions += 1
      return { call: async () => ok(null), close: () => undefined }
    },
  }
  const file: RendererFile = { bytes: Buffer.from(CONTENT), type: 'text/plain', lasting: false }
  const files = new CountedFiles(
    [
      ['/', file],
      [ASSET, file],
    ],
    () => {
      handled.files += 1
    },
  )
  let host: WebHost
  let scene: Scene

  beforeAll(async () => {
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-hostile-'))
    const started = await serveFiles({ bridge, port: 0, files, folder: seedSession(KEY, folder), logger })
    if (!started.ok) throw new Error(started.fault.message)
    host = started.value
    scene = { port: host.port, key: KEY, code: newCode() }
  })
  afterAll(() => host.stop())

  const newCode = () => host.newLink().slice(-43)

  it('are at least 500, and no two of them are the same', () => {
    expect(counted.length).toBeGreaterThanOrEqual(500)
    expect(duplicates(counted.map(row => row.name))).toEqual([])
    expect(duplicates(counted.map(row => row.bytes))).toEqual([])
  })

  it.each(Object.entries(lists))('%s: all are refused before any handler', { timeout: 60_000 }, async (_name, list) => {
    const passed: string[] = []
    for (const row of list(scene)) {
      const before = { ...handled }
      const problem = await problemWith(scene.port, row)
      if (problem !== '') passed.push(`${row.name}: ${problem}`)
      else if (handled.files !== before.files || handled.sessions !== before.sessions)
        passed.push(`${row.name}: handled`)
    }
    expect(passed).toEqual([])
  })

  it('differ in one thing from requests that pass', async () => {
    const closing = (request: Parameters<typeof withHeader>[0]) => bytesOf(withHeader(request, 'Connection', 'close'))
    expect(statusesOf(await exchange(scene.port, closing(page(scene).request)))).toEqual([200])
    expect(statusesOf(await exchange(scene.port, closing(asset(scene).request)))).toEqual([200])
    expect(statusesOf(await exchange(scene.port, closing(enter({ ...scene, code: newCode() }).request)))).toEqual([303])
    expect(handled).toEqual({ sessions: 0, files: 2 })
    // 0x88 0x80 and a mask: a closing frame, so that the line ends.
    const greeted = await exchange(scene.port, `${bytesOf(link(scene).request)}\x88\x80\0\0\0\0`)
    expect(statusesOf(greeted)).toEqual([101])
    expect(handled).toEqual({ sessions: 1, files: 2 })
  })
})

/** Empty when the row was refused. */
async function problemWith(port: number, row: HostileRow): Promise<string> {
  try {
    const received = await exchange(port, row.bytes)
    const statuses = statusesOf(received)
    if (received !== '' && statuses.length === 0) return `answered ${JSON.stringify(received.slice(0, 80))}`
    if (received.includes(CONTENT)) return 'got the page'
    return statuses.every(status => status >= 400) ? '' : `answered ${statuses.join(', ')}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function duplicates(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return texts.filter(text => seen.size === seen.add(text).size)
}

class CountedFiles extends Map<string, RendererFile> {
  readonly #taken: () => void

  constructor(files: readonly (readonly [string, RendererFile])[], taken: () => void) {
    super()
    for (const [path, file] of files) this.set(path, file)
    this.#taken = taken
  }

  override get(path: string): RendererFile | undefined {
    this.#taken()
    return super.get(path)
  }
}
