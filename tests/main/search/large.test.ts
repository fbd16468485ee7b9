import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { openStore } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { runEngine } from '../../support/running-engine'
import { workerSource } from '../../support/worker-source'

/** Writes incidents of so many lines each, in few commits. */
function writeIncidents(folder: string, incidents: number, lines: number): void {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const ledger = openLedger(store.value, keptLogger(), () => undefined)
  for (let n = 0; n < incidents; n += 1) {
    const incident = newId<IncidentId>()
    const declared = { title: `Incident ${n}`, severity: 'SEV-2', impact: '', drill: false, page: null } as const
    ledger.commit(incident, newId(), { events: [incidentDeclared.draft(declared, 7, dana)] }, 7)
    const events = Array.from({ length: lines }, (_, line) =>
      entryAdded.draft(
        {
          entry: newId(),
          kind: 'note',
          text: `line ${line} of ${n}: the pool of db-${n} has ${line} waiting`,
          pinned: false,
        },
        7 + line,
        dana,
      ),
    )
    for (let at = 0; at < lines; at += 5_000)
      ledger.commit(incident, newId(), { events: events.slice(at, at + 5_000) }, 7)
  }
  store.value.close()
}

it('[SX1] 100,000 lines are indexed beside the engine, and answers stay bounded', async () => {
  const folder = scratchFolder()
  writeIncidents(folder, 20, 5_000)
  const engine = runEngine(folder, {})
  await engine.hello()
  const began = performance.now()
  const readings: unknown[] = []
  await expect
    .poll(
      async () => {
        const { reading } = await engine.ask('record:search', { typed: 'pool' })
        readings.push(reading)
        return reading
      },
      { interval: 100, timeout: 200_000 },
    )
    .toBeNull()
  const built = performance.now() - began
  const answered = performance.now()
  const common = await engine.ask('record:search', { typed: 'pool waiting db' })
  const answer = performance.now() - answered
  console.info(
    `100,000 lines: built in ${Math.round(built)} ms, ` +
      `three common words answered in ${Math.round(answer)} ms, ${Math.round(statSync(join(folder, 'search.sqlite')).size / 1e6)} MB`,
  )
  expect(common).toMatchObject({ more: true, reading: null })
  expect(common.found).toHaveLength(100)
  expect(readings.length).toBeGreaterThan(2)
  const rare = await engine.ask('record:search', { typed: 'db-7 4711' })
  expect(rare.found.map(({ text }) => text)).toEqual(['line 4711 of 7: the pool of db-7 has 4711 waiting'])
})

it('[SX1] a process that is killed while it reads the record goes on from its place, and nothing is there twice', async () => {
  const folder = scratchFolder()
  writeIncidents(folder, 10, 2_000)
  const script = join(import.meta.dirname, 'indexing-process.ts')
  const child = spawn(process.execPath, [...workerSource.execArgv, script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>(done => {
    child.stdout.on('data', (text: Buffer) => {
      // Three incidents are read to their end.
      if (text.toString().includes('3\n')) done()
    })
  })
  child.kill('SIGKILL')
  await new Promise(done => child.once('exit', done))
  const engine = runEngine(folder, {})
  const look = () => engine.ask('record:search', { typed: 'line 1977 of' })
  await expect.poll(async () => (await look()).reading).toBeNull()
  const { found } = await look()
  const exact = found.filter(({ text }) => text.startsWith('line 1977 of'))
  expect(exact.map(({ text }) => text).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `line 1977 of ${n}: the pool of db-${n} has 1977 waiting`),
  )
})
