import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkInBackground } from '../../../src/main/engine/integrity/background-check'
import { keepHeads } from '../../../src/main/engine/integrity/heads-keeper'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { noHeads } from '../../../src/main/engine/storage/heads-file'
import { openStore } from '../../../src/main/engine/storage/store'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { engineOn, incidentWith, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { watchedRecord } from '../../support/watched-record'
import { workerFrom, workerSource } from '../../support/worker-source'

const NOW = 1_790_000_000_000
const by = { kind: 'engine' } as const
const dying = workerFrom(new URL('./dying-worker.ts', import.meta.url))
const note = { kind: 'note', text: 'Pool exhausted', pinned: false } as const
const aLine = () => entryAdded.draft({ entry: newId(), ...note }, NOW, by)

/** A closed record of incidents with so many events each. */
async function recordOf(ids: readonly string[], events: number) {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const body = { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null } as const
  for (const incident of ids as readonly IncidentId[]) {
    const drafts = [incidentDeclared.draft(body, NOW, by), ...Array.from({ length: events - 1 }, aLine)]
    openLedger(store.value, keptLogger(), () => undefined).commit(incident, newId(), { events: drafts }, NOW)
  }
  const kept = { kept: noHeads, file: join(folder, 'heads.json'), isDamaged: () => false }
  await keepHeads({ ...kept, db: store.value.db, origin: store.value.origin, logger: keptLogger() }).stop()
  store.value.close()
  return { folder, file: join(folder, 'quarterdeck.sqlite') }
}

const newIds = (count: number) => Array.from({ length: count }, () => newId<IncidentId>())
const claims = (ids: readonly IncidentId[]) => ids.map(incident => ({ incident, signed: [] }))

function workersOf(entry = workerSource) {
  const workers = openWorkers(entry)
  onTestFinished(() => workers.stop())
  return workers
}

describe('[IN3] the check of all logs', () => {
  it('runs in a thread, in the order that was asked for, and leaves the turns of the loop to others', async () => {
    const ids = newIds(3)
    const { file } = await recordOf(ids, 3_000)
    const told: (readonly [IncidentId, unknown])[] = []
    const finished = Promise.withResolvers<unknown>()
    checkInBackground({
      ...{ workers: workersOf(), file, logger: keptLogger(), claims: claims(ids.toReversed()) },
      checked: logs => void told.push(...logs.map(({ incident, damage }) => [incident, damage] as const)),
      done: finished.resolve,
    })
    let turns = 0
    while (told.length < ids.length) {
      await turn()
      turns += 1
    }
    expect(await finished.promise).toEqual({ unchecked: 0, missing: 0, parts: [] })
    expect(told).toEqual(ids.toReversed().map(id => [id, null]))
    expect(turns).toBeGreaterThan(ids.length)
  })

  it('tells nothing more once it was stopped, whether it had begun or not', async () => {
    const ids = newIds(3)
    const { file } = await recordOf(ids, 2_000)
    for (const begun of [false, true]) {
      const told: string[] = []
      const first = Promise.withResolvers<void>()
      const workers = workersOf()
      const stop = checkInBackground({
        workers: {
          run: (...asked) => {
            first.resolve()
            return workers.run(...asked)
          },
        },
        ...{ file, logger: keptLogger(), claims: claims(ids) },
        checked: () => void told.push('checked'),
        done: () => void told.push('done'),
      })
      if (begun) await first.promise
      await stop()
      const before = [...told]
      await workers.stop()
      expect(told).toEqual(before)
      expect(told).not.toContain('done')
    }
  })

  it('looks at the open incident before those that are over, without anybody opening it', async () => {
    const folder = scratchFolder()
    const before = engineOn(folder)
    const [first, open, last] = [
      await incidentWith(before, 'Cards fail', 'one'),
      await incidentWith(before, 'Search is slow', 'one'),
      await incidentWith(before, 'Mails are late', 'one'),
    ]
    for (const incident of [first, last])
      await before.call('incident:change-status', { incident, to: 'resolved', reason: '' })
    await before.stop()
    tamper(folder, 'UPDATE event SET body = replace(body, \'"one"\', \'"two"\')')
    const { watch, found } = watchedRecord(folder)
    await watch.checked
    expect(found[0]).toBe(open)
    expect(new Set(found)).toEqual(new Set([first, open, last]))
  })

  it('takes no line that is typed meanwhile for damage, and holds up none', async () => {
    const [incident = newId<IncidentId>(), ...others] = newIds(20)
    const { folder } = await recordOf([incident, ...others], 10_000)
    const { store, ledger, watch } = watchedRecord(folder)
    let checked = false
    void watch.checked.then(() => {
      checked = true
    })
    let typed = 0
    while (!checked) {
      for (const id of [incident, others[typed % others.length] ?? incident])
        expect(ledger.commit(id, newId(), { events: [aLine()] }, NOW)).toMatchObject({ ok: true })
      typed += 1
      await turn()
    }
    // Had a key to wait for the check of a log, there would be a line for each log at most.
    expect(typed).toBeGreaterThan(5 * others.length)
    expect(watch.problems()).toEqual([])
    const rows = store.db.prepare('SELECT count(*) AS count FROM event').get()
    expect(rows?.count).toBe(200_000 + 2 * typed)
  }, 240_000)

  it('is over at once when the engine stops, and the next start checks all of it', async () => {
    const ids = newIds(4)
    const { folder } = await recordOf(ids, 5_000)
    for (const _ of ['first', 'second']) {
      const engine = engineOn(folder)
      expect(await type(engine, ids[0] ?? newId(), 'one more')).toMatchObject({ ok: true })
      await engine.stop()
    }
    const { watch } = watchedRecord(folder)
    await watch.checked
    expect(watch.problems()).toEqual([])
  })
})

describe('[IN9] a thread that dies over the check', () => {
  it('is followed by another, which checks the rest', async () => {
    const once = `dead0ce0-${newId().slice(9)}`
    const { folder } = await recordOf([...newIds(2), once, ...newIds(2)], 5)
    tamper(folder, 'UPDATE event SET at = at + 1 WHERE seq IN (SELECT max(seq) FROM event GROUP BY incident)')
    const { watch, found, logger } = watchedRecord(folder, dying)
    await watch.checked
    expect(found).toHaveLength(5)
    expect(watch.problems().map(({ kind }) => kind)).toEqual(Array(5).fill('damaged'))
    expect(logger.lines.filter(line => line.includes('broke off'))).toHaveLength(1)
  })

  it('twice over the same log leaves that one unchecked, which is said, and checks the others', async () => {
    const never = `deadbeef-${newId().slice(9)}` as IncidentId
    const ids = [...newIds(2), never, ...newIds(2)]
    const { folder } = await recordOf(ids, 5)
    tamper(folder, 'UPDATE event SET at = at + 1 WHERE seq IN (SELECT max(seq) FROM event GROUP BY incident)')
    const { ledger, watch, found } = watchedRecord(folder, dying)
    await watch.checked
    expect(new Set(found)).toEqual(new Set(ids.filter(id => id !== never)))
    expect(watch.problems()).toContainEqual({ kind: 'not-checked', count: 1 })
    // When somebody opens it, it is checked like any other.
    ledger.record(never)
    expect(found).toContain(never)
  })

  it('and cannot be started at all leaves every log unchecked, which is said, and the record can be written to', async () => {
    const ids = newIds(3)
    const { folder } = await recordOf(ids, 5)
    const nowhere = workerFrom(new URL('./no-such-worker.ts', import.meta.url))
    const { ledger, watch, logger } = watchedRecord(folder, nowhere)
    await watch.checked
    expect(watch.problems()).toEqual([{ kind: 'not-checked', count: 3 }])
    expect(ledger.commit(ids[0] ?? newId(), newId(), { events: [aLine()] }, NOW)).toMatchObject({ ok: true })
    expect(logger.lines.join('\n')).toContain('no-such-worker')
  })
})
