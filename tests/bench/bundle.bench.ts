import { createWriteStream, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { ZipFile } from 'yazl'
import { readZip } from '../../src/main/engine/record/bundle/read-zip'
import { takeBundle } from '../../src/main/engine/record/bundle/take-bundle'
import { writeBundle } from '../../src/main/engine/record/bundle/write-bundle'
import { openLedger } from '../../src/main/engine/record/ledger'
import { inTransaction } from '../../src/main/engine/storage/database'
import { insertEvent } from '../../src/main/engine/storage/event-log'
import { openStore } from '../../src/main/engine/storage/store'
import { openWorkers } from '../../src/main/engine/workers/workers'
import { keptLogger } from '../support/kept-logger'
import { writeLongLog } from './long-log'
import { against, atLeast, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'

const EVENTS = 10_000
/** As many as an import takes in one transaction. */
const BATCH = 250

/** An incident into a file and out of it, beside what a zip library and SQLite take for the same bytes. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    const { incident } = writeLongLog(folder, EVENTS)
    const file = join(folder, 'log.quarterdeck')
    const store = opened(folder)
    const written = await timed(() => writeBundle(store, { incident, file, drill: false }))
    store.close()
    const files = await unzipped(file)
    const zipped = await timed(() => plainZip(files, join(folder, 'plain.zip')))
    yield rate('An incident of 10,000 events written into a file', written, zipped)
    const inserted = await timed(async () => plainInsert(await unzipped(file), join(folder, 'plain')))
    yield rate('The same taken from a file into a record', await taken(file, join(folder, 'other')), inserted)
  })
}

/** More is better: events a second, and of the plain way. */
function rate(name: string, ms: number, plain: number): BenchResult {
  const each = (spent: number) => (EVENTS / spent) * 1_000
  return atLeast(against({ name, value: each(ms), unit: 'events/s' }, each(plain)), 0.5)
}

function opened(folder: string) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

async function unzipped(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const handle = await open(file)
  const files = await readZip(handle)
  await handle.close()
  if (!files.ok) throw new Error(files.fault.code)
  return files.value
}

async function plainZip(files: ReadonlyMap<string, Buffer>, into: string): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(into, { flush: true }))
  if (readFileSync(into).length === 0) throw new Error('Nothing was zipped')
}

/** The same rows into the same table, in transactions of as many as an import has, each synced; nothing is checked. */
async function plainInsert(files: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  const store = opened(folder)
  const rows = [...files].flatMap(([name, content]) =>
    name.startsWith('events/') ? content.toString('utf8').split('\n').slice(0, -1) : [],
  )
  for (let at = 0; at < rows.length; at += BATCH) {
    inTransaction(store.db, () => {
      for (const row of rows.slice(at, at + BATCH)) insertEvent(store.db, JSON.parse(row))
    })
  }
  store.close()
}

async function taken(file: string, folder: string): Promise<number> {
  const store = opened(folder)
  const ledger = openLedger(store, keptLogger(), () => undefined)
  const workers = openWorkers({ file: pathToFileURL(join(process.cwd(), 'out/main/worker.js')), execArgv: [] })
  try {
    return await timed(async () => {
      const merge = (batch: Parameters<typeof ledger.merge>[0]) => ledger.merge(batch, Date.now())
      const reply = await takeBundle(file, { workers, drill: false, merge })
      // A person is named in an event of their own.
      if (!reply.ok || reply.value.imported.added < EVENTS) throw new Error('Not all of it was taken')
    })
  } finally {
    await workers.stop()
    store.close()
  }
}
