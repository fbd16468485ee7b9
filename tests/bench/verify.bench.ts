import { hash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openDamages } from '../../src/main/engine/integrity/damages'
import { watchRecord } from '../../src/main/engine/integrity/record-watch'
import { verifyJob } from '../../src/main/engine/integrity/verify-job'
import { openLedger } from '../../src/main/engine/record/ledger'
import { openForReading } from '../../src/main/engine/storage/database'
import { readRows } from '../../src/main/engine/storage/event-log'
import { isOriginRow } from '../../src/main/engine/storage/event-row'
import { openStore } from '../../src/main/engine/storage/store'
import { openWorkers, type Workers } from '../../src/main/engine/workers/workers'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { entryAdded } from '../../src/shared/events/entry-added'
import { keptLogger } from '../support/kept-logger'
import { nthLine, writeLongLog } from './long-log'
import { type Turns, watchTurns } from './loop/turns'
import { against, atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'

const INCIDENTS = 250
const EVENTS = 1_000
const TOTAL = INCIDENTS * EVENTS
/** 2 s for a million. */
const TARGET = (2_000 * TOTAL) / 1_000_000
const LINE_EACH = 50

/** What the check of a whole record in a thread takes, beside SHA-256 over the same bytes, and what the loop notices. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    const ids = Array.from({ length: INCIDENTS }, () => writeLongLog(folder, EVENTS).incident)
    const file = join(folder, 'quarterdeck.sqlite')
    const workers = openWorkers({ file: pathToFileURL(join(process.cwd(), 'out/main/worker.js')), execArgv: [] })
    try {
      const plain = plainHashes(file, ids)
      const value = await verified(workers, file, ids)
      const name = `${TOTAL.toLocaleString('en')} events verified in a thread`
      yield { ...against({ name, value, unit: 'ms' }, plain), target: TARGET, ok: value <= TARGET }
      const { longest, longestCpu } = await typeMeanwhile(workers, folder, ids)
      yield atMost({ name: 'Longest turn of the loop meanwhile, with typing', value: longest, unit: 'ms' }, 50)
      yield { name: 'Most CPU of one turn meanwhile', value: longestCpu, unit: 'ms' }
    } finally {
      await workers.stop()
    }
  })
}

/** Milliseconds of nothing but the two hashes of each event, of texts that are there already. */
function plainHashes(file: string, ids: readonly IncidentId[]): number {
  const db = openForReading(file)
  let spent = 0
  for (const id of ids) {
    const texts = [...readRows(db, id)].flatMap(row => {
      const { seq: _, body, salt, summary, ...envelope } = row
      return isOriginRow(row) ? [JSON.stringify(Object.values(envelope)), `${salt}\n${summary}\n${body}`] : []
    })
    const began = performance.now()
    for (const text of texts) hash('sha256', text)
    spent += performance.now() - began
  }
  db.close()
  return spent
}

async function verified(workers: Workers, file: string, ids: readonly IncidentId[]): Promise<number> {
  const claims = ids.map(incident => ({ incident, signed: [] }))
  // The thread is there and has loaded what it needs.
  await workers.run(verifyJob, { file, claims: claims.slice(0, 1), each: false })
  const began = performance.now()
  let logs = 0
  const onProgress = (some: readonly unknown[]) => {
    logs += some.length
  }
  const reply = await workers.run(verifyJob, { file, claims, each: false }, { onProgress })
  if (!reply.ok || logs !== ids.length) throw new Error('Not all of it was verified')
  return performance.now() - began
}

/** As the engine does it after a start, while somebody types. */
async function typeMeanwhile(workers: Workers, folder: string, [incident]: readonly IncidentId[]): Promise<Turns> {
  const store = openStore(folder)
  if (!store.ok || incident === undefined) throw new Error('The record cannot be opened')
  const logger = keptLogger()
  const damages = openDamages(() => undefined)
  const ledger = openLedger(store.value, logger, () => undefined, damages)
  ledger.record(incident)
  const watch = watchRecord({
    store: store.value,
    ledger,
    damages,
    workers,
    logger,
    clock: { now: () => Date.now() },
    changed: () => undefined,
    checkChanged: () => undefined,
  })
  const stop = watchTurns()
  let over = false
  const ended = watch.checked.then(() => {
    over = true
  })
  for (let n = 0; !over; n += 1) {
    const draft = entryAdded.draft({ entry: newId(), ...nthLine(n), pinned: false }, Date.now(), { kind: 'engine' })
    const written = ledger.commit(incident, newId(), { events: [draft] }, Date.now())
    if (!written.ok) throw new Error('A line was refused')
    await pause(LINE_EACH)
  }
  await ended
  const turns = stop()
  const told = watch.problems().filter(({ kind }) => kind !== 'heads-lost')
  await watch.stop()
  store.value.close()
  if (told.length > 0) throw new Error(`The record is whole, and was told as ${JSON.stringify(told)}`)
  return turns
}
