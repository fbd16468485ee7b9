import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EngineSession } from '../../../src/main/engine/bridge'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { openDrillRun } from '../../../src/main/engine/mode/drill-runs'
import { openModes } from '../../../src/main/engine/mode/worlds'
import type { Settings } from '../../../src/main/engine/ports'
import type { Connection } from '../../../src/shared/contract/connections'
import type { Pushes, PushName } from '../../../src/shared/contract/pushes'
import type { Welcome } from '../../../src/shared/contract/welcome'
import { newId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { workerSource } from '../../support/worker-source'

const resources = join(import.meta.dirname, '../../../resources')

/** A vendor outside of the drill; tells how often it was asked. */
async function outsider() {
  let asked = 0
  let first: () => void
  const askedOnce = new Promise<void>(done => {
    first = done
  })
  const server = createServer((_, response) => {
    asked += 1
    first()
    response.end('{}')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, asked: () => asked, askedOnce }
}

async function openedInDrill(connections: readonly Connection[]) {
  const settings: Settings = { me: null, connections, panels: [], cancelWindow: 0 }
  const worlds = await openModes({
    folder: scratchFolder(),
    resources,
    version: '0',
    start: { drill: 'payments-outage', speed: 60 },
    ports: {
      clock: realTimeClock(),
      secrets: { read: () => 'real-token', write: () => undefined, forget: () => undefined, place: 'memory' },
      settings: { read: () => settings, write: () => undefined },
      logger: keptLogger(),
      notify: () => undefined,
      random: Math.random,
      defaultName: 'Dana',
      worker: workerSource,
    },
  })
  if (!worlds.ok) throw new Error(worlds.fault.message)
  onTestFinished(() => worlds.value.stop())
  return worlds.value
}

function hello(session: EngineSession): Promise<Welcome> {
  return session.call(newId(), 'session:hello', { name: null, screen: 'test' }).then(reply => {
    if (!reply.ok) throw new Error(reply.fault.message)
    return reply.value as Welcome
  })
}

describe('worlds', () => {
  it('a drill reads its own stand-ins, reaches nothing else, and says so where somebody tries', async () => {
    const outside = await outsider()
    const real: Connection = {
      id: 'prom' as Connection['id'],
      vendor: 'prometheus',
      name: 'Real',
      baseUrl: outside.baseUrl,
    }
    const worlds = await openedInDrill([real])
    const read = Promise.withResolvers<void>()
    const session = worlds.openSession(<Name extends PushName>(name: Name, payload: Pushes[Name]) => {
      if (name === 'feeds' && (payload as Pushes['feeds']).some(feed => feed.answer === 'good')) read.resolve()
    }, 'host')
    const welcome = await hello(session)
    expect(welcome.world).toMatchObject({ kind: 'drill', name: 'payments-outage', speed: 60 })
    await read.promise
    for (const name of ['connections:test', 'connections:save']) {
      const reply = await session.call(newId(), name, { connection: real, token: null })
      expect(reply).toMatchObject({
        ok: false,
        fault: { kind: 'refused', message: expect.stringContaining('Leave the drill') },
      })
    }
    expect(outside.asked()).toBe(0)
  })

  it('a drill is started over with a record of its own, and every screen is told', async () => {
    const worlds = await openedInDrill([])
    const told = Promise.withResolvers<void>()
    const session = worlds.openSession(name => {
      if (name === 'world') told.resolve()
    }, 'host')
    const before = await hello(session)
    const declared = { incident: newId(), title: 'First try', severity: 'SEV-2', impact: '' }
    expect(await session.call(newId(), 'incident:declare', declared)).toMatchObject({ ok: true })
    const again = { drill: 'payments-outage', speed: 60, anew: true }
    expect(await session.call(newId(), 'world:enter-drill', again)).toMatchObject({ ok: true })
    await told.promise
    const after = await hello(session)
    expect(after.incidents).toEqual([])
    expect(after.world).toMatchObject({ kind: 'drill', name: 'payments-outage' })
    const startedAt = ({ world }: Welcome) => (world.kind === 'drill' ? world.startedAt : Number.NaN)
    expect(startedAt(after)).toBeGreaterThan(startedAt(before))
  })

  it('leaving a drill tells every screen to start over, in the real world with its own record', async () => {
    const outside = await outsider()
    const real: Connection = {
      id: 'prom' as Connection['id'],
      vendor: 'prometheus',
      name: 'Real',
      baseUrl: outside.baseUrl,
    }
    const worlds = await openedInDrill([real])
    const told = Promise.withResolvers<void>()
    const session = worlds.openSession(name => {
      if (name === 'world') told.resolve()
    }, 'host')
    const declared = { incident: newId(), title: 'Drill only', severity: 'SEV-2', impact: '' }
    expect(await session.call(newId(), 'incident:declare', declared)).toMatchObject({ ok: true })
    expect((await hello(session)).incidents).toHaveLength(1)
    await session.call(newId(), 'world:leave-drill', {})
    await told.promise
    expect(await hello(session)).toMatchObject({ world: { kind: 'real' }, incidents: [] })
    await outside.askedOnce
  })

  it('an unknown drill is refused and the world stays', async () => {
    const worlds = await openedInDrill([])
    const session = worlds.openSession(() => undefined, 'host')
    expect(await session.call(newId(), 'world:enter-drill', { drill: 'no-such', speed: 1 })).toMatchObject({
      ok: false,
    })
    expect((await hello(session)).world.kind).toBe('drill')
  })
})

describe('drill runs', () => {
  const story = { length: 30 * MINUTE, opensAt: MINUTE }
  const now = 1_790_000_000_000

  it('a drill that still runs is found again, at the same beginning', () => {
    const folder = scratchFolder()
    const first = openDrillRun(folder, story, { speed: 1 }, now)
    expect(first.startedAt).toBe(now - MINUTE)
    expect(openDrillRun(folder, story, { speed: 1 }, now + HOUR)).toEqual(first)
  })

  it('a drill at another speed, or one that is over, begins anew beside the old one', () => {
    const folder = scratchFolder()
    const first = openDrillRun(folder, story, { speed: 1 }, now)
    expect(openDrillRun(folder, story, { speed: 2 }, now + 1).folder).not.toBe(first.folder)
    expect(openDrillRun(folder, story, { speed: 1 }, now + 24 * HOUR).folder).not.toBe(first.folder)
    const anew = openDrillRun(folder, story, { speed: 1, anew: true }, now + 25 * HOUR)
    expect(openDrillRun(folder, story, { speed: 1 }, now + 25 * HOUR + 1)).toEqual(anew)
  })
})
