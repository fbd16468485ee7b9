import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import type { DrillChoice } from '../../../src/main/engine/mode/open-world'
import { openModes } from '../../../src/main/engine/mode/worlds'
import { holdLock } from '../../../src/main/engine/storage/lock'
import { openStore } from '../../../src/main/engine/storage/store'
import type { Welcome } from '../../../src/shared/contract/welcome'
import { newId } from '../../../src/shared/domain/ids'
import { engineOn } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { workerSource } from '../../support/worker-source'

const drill: DrillChoice = { drill: 'payments-outage', speed: 60 }

function opening(folder: string, start: DrillChoice | null) {
  const settings = { me: null, connections: [], panels: [], cancelWindow: 0 }
  return openModes({
    folder,
    resources: join(import.meta.dirname, '../../../resources'),
    version: '0',
    start,
    ports: {
      clock: realTimeClock(),
      secrets: { read: () => null, write: () => undefined, forget: () => undefined, place: 'memory' },
      settings: { read: () => settings, write: () => undefined },
      logger: keptLogger(),
      notify: () => undefined,
      random: Math.random,
      defaultName: 'Dana',
      worker: workerSource,
    },
  })
}

async function screenOn(folder: string, start: DrillChoice | null) {
  const worlds = await opening(folder, start)
  if (!worlds.ok) throw new Error(worlds.fault.message)
  onTestFinished(() => worlds.value.stop())
  const told: string[] = []
  const session = worlds.value.openSession(name => told.push(name), 'host')
  const call = (name: string, input: object) => session.call(newId(), name, input)
  const world = async () => {
    const reply = await call('session:hello', { name: null, screen: 'test' })
    return reply.ok ? (reply.value as Welcome).world.kind : reply.fault
  }
  const declare = () => call('incident:declare', { incident: newId(), title: 'Real', severity: 'SEV-2', impact: '' })
  return { call, world, declare, told }
}

describe('a drill that cannot be opened', () => {
  it('[DF6] is refused by name, and the engine from before goes on', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'drills'), '')
    const { call, world, declare, told } = await screenOn(folder, null)
    expect(await call('world:enter-drill', drill)).toMatchObject({
      ok: false,
      fault: { kind: 'refused', message: expect.stringMatching(/payments-outage.*drills.*Nothing was changed/) },
    })
    expect(await world()).toBe('real')
    expect(await declare()).toMatchObject({ ok: true })
    expect(told).not.toContain('world')
    rmSync(join(folder, 'drills'))
    expect(await call('world:enter-drill', drill)).toMatchObject({ ok: true })
    await expect.poll(world).toBe('drill')
  })

  it('[DF6] at the start is one line, not a stack', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'drills'), '')
    expect(await opening(folder, drill)).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/^Cannot open the drill payments-outage: [^\n]*drills[^\n]*$/) },
    })
  })
})

describe('leaving a drill', () => {
  it('[DF6] while another process holds the real record is refused, and the drill goes on until it can', async () => {
    const folder = scratchFolder()
    const { call, world, declare } = await screenOn(folder, drill)
    const release = holdLock(join(folder, 'quarterdeck.lock'))
    expect(await call('world:leave-drill', {})).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('Another Quarterdeck is using') },
    })
    expect(await world()).toBe('drill')
    expect(await declare()).toMatchObject({ ok: true })
    release?.()
    expect(await call('world:leave-drill', {})).toMatchObject({ ok: true })
    await expect.poll(world).toBe('real')
  })

  it('[DF6] asked for by two screens at once happens once, and both are answered', async () => {
    const { call, world, told } = await screenOn(scratchFolder(), drill)
    const replies = await Promise.all([call('world:leave-drill', {}), call('world:leave-drill', {})])
    expect(replies).toMatchObject([{ ok: true }, { ok: true }])
    await expect.poll(world).toBe('real')
    expect(told.filter(name => name === 'world')).toHaveLength(1)
  })
})

describe('no engine', () => {
  it('[DF6] is never a silent ok: every call says that nothing is recorded', async () => {
    const engine = engineOn(scratchFolder())
    await engine.stop()
    for (const name of ['session:hello', 'timeline:append', 'no-such-call'] as const) {
      expect(await engine.call(name as never, {} as never)).toMatchObject({
        ok: false,
        fault: { message: expect.stringContaining('nothing is recorded') },
      })
    }
  })

  it('[DF5] a record whose outbox is malformed is refused in one line that names the file', async () => {
    const folder = scratchFolder()
    const store = openStore(folder)
    if (!store.ok) throw new Error(store.fault.message)
    store.value.close()
    const file = join(folder, 'quarterdeck.sqlite')
    const db = new DatabaseSync(file)
    const pages = db.prepare("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'act'").all()
    db.close()
    const bytes = readFileSync(file)
    for (const { rootpage } of pages) bytes.fill(0xa5, (Number(rootpage) - 1) * 4096, Number(rootpage) * 4096)
    writeFileSync(file, bytes)
    const refused = await opening(folder, null)
    expect(refused).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/quarterdeck\.sqlite: .*backup/) },
    })
    const again = await opening(folder, null)
    expect(again).toMatchObject({ ok: false, fault: { message: expect.not.stringContaining('Another Quarterdeck') } })
  })
})
