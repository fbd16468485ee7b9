import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { mayCall } from '../../../src/shared/contract/access'
import type { RecordCheckResult } from '../../../src/shared/contract/record-check'
import { type EngineOnFolder, engineOn, incidentWith, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { watchedRecord } from '../../support/watched-record'
import { workerFrom } from '../../support/worker-source'

function openedOn(folder: string): EngineOnFolder {
  const engine = engineOn(folder)
  onTestFinished(() => engine.stop())
  return engine
}

/** What the session was told of a check that ended, the newest last. */
const results = ({ pushes }: EngineOnFolder): readonly RecordCheckResult[] =>
  pushes.flatMap(({ name, payload }) => {
    const { running, last } = name === 'recordCheck' ? (payload as RecordCheckOf) : { running: null, last: null }
    return running === null && last !== null ? [last] : []
  })
type RecordCheckOf = { readonly running: unknown; readonly last: RecordCheckResult | null }

async function verified(engine: EngineOnFolder): Promise<RecordCheckResult> {
  const before = results(engine).length
  expect(await engine.call('record:verify', {})).toEqual({ ok: true, value: null })
  await vi.waitFor(() => expect(results(engine).length).toBeGreaterThan(before), { timeout: 240_000 })
  return results(engine).at(-1) as RecordCheckResult
}

describe('[IN11] a check of the whole record that a person asks for', () => {
  it('tells how many events it checked, when, and that they are whole; a welcome says it too', async () => {
    const engine = openedOn(scratchFolder())
    const incident = await incidentWith(engine, 'Cards fail', 'one', 'two')
    const first = await verified(engine)
    expect(first).toMatchObject({ at: engine.clock.now(), unchecked: null, broken: [] })
    await type(engine, incident, 'three')
    const second = await verified(engine)
    expect(second.events).toBe(first.events + 1)
    const hello = await engine.call('session:hello', { name: null, screen: 'test' })
    expect(hello).toMatchObject({ value: { recordCheck: { running: null, last: second } } })
  })

  it('says how far it is before it says what it found', async () => {
    const engine = openedOn(scratchFolder())
    await incidentWith(engine, 'Cards fail', 'one')
    await verified(engine)
    await verified(engine)
    const told = engine.pushes.flatMap(({ name, payload }) => (name === 'recordCheck' ? [payload] : []))
    expect(told.at(-2)).toMatchObject({ running: { done: 0, all: 6 } })
    expect(told.at(-1)).toMatchObject({ running: null })
  })

  it('finds what was edited since the start, names the place, and closes that incident to writing', async () => {
    const folder = scratchFolder()
    const engine = openedOn(folder)
    const incident = await incidentWith(engine, 'Cards fail', 'one', 'two')
    expect(await verified(engine)).toMatchObject({ broken: [] })
    tamper(folder, 'UPDATE event SET body = replace(body, \'"one"\', \'"won"\')')
    const damage = { what: 'altered', place: 6 }
    expect(await verified(engine)).toMatchObject({ broken: [{ kind: 'damaged', incident, damage }] })
    expect(await type(engine, incident, 'three')).toMatchObject({ ok: false, fault: { code: 'record-damaged' } })
    // The next one has nothing new to say of it, and still does not call the record whole.
    expect(await verified(engine)).toMatchObject({ broken: [{ kind: 'damaged', incident, damage }] })
    expect(await engine.problems()).toHaveLength(1)
  })

  it('says why it could check nothing', async () => {
    const folder = scratchFolder()
    const before = engineOn(folder)
    await incidentWith(before, 'Cards fail', 'one')
    await before.stop()
    const { watch } = watchedRecord(folder, workerFrom(new URL('./no-such-worker.ts', import.meta.url)))
    await watch.checked
    expect(watch.check()).toMatchObject({ running: null, last: { events: 0, unchecked: { reason: 'crashed' } } })
    expect(watch.check().last?.unchecked?.count).toBeGreaterThan(0)
  })

  it('is nothing that a wallboard may ask for', () => {
    expect(mayCall('watch', 'record:verify')).toBe(false)
    expect(mayCall('command', 'record:verify')).toBe(false)
  })
})
