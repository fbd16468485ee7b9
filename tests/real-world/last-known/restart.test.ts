import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { onCallProblem } from '../../../src/renderer/stores/use-on-call'
import { freshness } from '../../../src/shared/domain/freshness'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { HOUR } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'
import { readOnce, settings, sources, until, vendors } from './read-once'

const file = (folder: string) => join(folder, 'last-known.jsonl')
describe('[KN1] after a restart without a network', () => {
  it('the last known alerts, values and status page are there, late and with their age', async () => {
    const { folder, asked } = await readOnce()
    const before = Date.now()
    const engine = runEngine(folder, asked)
    const { board, alerts } = await engine.hello()
    expect(alerts).toMatchObject({ open: 1, firing: 1, first: [{ service: 'shop', state: 'firing' }] })
    expect(board.panels).toMatchObject([{ title: 'Load', series: [{ values: [0.25, 0.5] }], problem: '' }])
    expect(board.pages).toMatchObject([{ components: [{ name: 'Checkout', status: 'major_outage' }] }])
    await until(engine, 'failed')
    const after = await engine.hello()
    expect(after.alerts.open).toBe(1)
    for (const id of sources) {
      const feed = after.board.feeds.find(one => one.id === id)
      if (feed === undefined) throw new Error(`No feed ${id}`)
      expect(feed.trueAt).toBeLessThanOrEqual(before)
      expect(freshness(feed, Date.now())).toMatchObject({ state: 'down', age: expect.any(Number) })
    }
    expect(after.board.panels[0]?.trueAt).toBeLessThanOrEqual(before)
    expect(after.board.pages).toHaveLength(1)
  })

  it('[KN4] those who were on call are offered with when that was, and why it is not known now', async () => {
    const { folder, asked } = await readOnce()
    const later = { ...realTimeClock(), now: () => Date.now() + 3 * HOUR }
    const evening = runEngine(folder, asked, later)
    expect(await evening.ask('people:on-call', {})).toMatchObject({
      people: [{ name: 'Mei Tanaka' }],
      problem: expect.stringMatching(/./),
      readAt: expect.any(Number),
    })
    const list = await evening.ask('people:on-call', {})
    expect(onCallProblem(list, later.now())).toMatch(/^On call 3 h ago; not updated since: ./)
    expect(onCallProblem(list, later.now() - 9 * HOUR)).toMatch(/^On call at an unknown time/)
  })

  it('nothing is called fresh before it was read again, however young it is', async () => {
    const { folder, asked } = await readOnce()
    const { board } = await runEngine(folder, asked).hello()
    const old = board.feeds.filter(({ id }) => sources.some(one => one === id))
    expect(old.map(feed => freshness(feed, Date.now()).state)).not.toContain('fresh')
    expect(old.every(({ trueAt }) => trueAt !== null)).toBe(true)
  })

  it('[FR2] with the clock set back its age is unknown, and nothing is fresh', async () => {
    const { folder, asked } = await readOnce()
    const back = { ...realTimeClock(), now: () => Date.now() - 5 * HOUR }
    const { board, alerts } = await runEngine(folder, asked, back).hello()
    expect(alerts.open).toBe(1)
    const feed = board.feeds.find(({ id }) => id === 'prom/panels')
    expect(feed && freshness(feed, back.now())).toMatchObject({ state: 'late', age: null })
  })

  it('what was asked of another place, or another question, is not shown as the answer', async () => {
    const { folder, asked } = await readOnce()
    const connections = asked.connections.map(one => ({ ...one, baseUrl: `${one.baseUrl}/other` }))
    const panels = asked.panels.map(one => ({ ...one, queries: [{ legend: '', expr: 'other' }] }))
    const { board } = await runEngine(folder, { connections, panels }).hello()
    expect(board.panels).toMatchObject([{ series: [], trueAt: null }])
    expect(board.pages).toEqual([])
  })

  it('[SA8] alerts of a connection that is gone are gone too', async () => {
    const { folder, asked } = await readOnce()
    const connections = asked.connections.filter(({ id }) => id !== 'prom')
    expect((await runEngine(folder, { connections, panels: [] }).hello()).alerts.open).toBe(0)
  })
})

it('[KN5] a drill has nothing of what was read before it, and leaves nothing behind', async () => {
  const { folder, asked } = await readOnce()
  const before = readFileSync(file(folder))
  const running = await vendors()
  const drill = { kind: 'drill', name: 'd', title: 'D', startedAt: 0, speed: 1, briefing: '' } as const
  const engine = runEngine(folder, { ...asked, ...settings(running.origin) }, realTimeClock(), drill)
  expect((await engine.hello()).board.panels).toMatchObject([{ series: [], trueAt: null }])
  await until(engine, 'good')
  await engine.stop()
  expect(readFileSync(file(folder)).equals(before)).toBe(true)
})

it('[KN1] what was read stays, as old as it is, when a connection is added or changed', async () => {
  const running = await vendors()
  const { connections, panels } = settings(running.origin)
  const engine = runEngine(scratchFolder(), { connections, panels })
  await until(engine, 'good')
  const added = { id: 'am' as ConnectionId, vendor: 'alertmanager', name: 'am', baseUrl: running.origin } as const
  await engine.ask('connections:save', { connection: added, token: null })
  const { board, alerts } = await engine.hello()
  expect(alerts.open).toBe(1)
  expect(board.panels).toMatchObject([{ series: [{ values: [0.25, 0.5] }], trueAt: expect.any(Number) }])
  expect(board.pages).toHaveLength(1)
  expect(board.feeds.filter(({ answer }) => answer === 'good')).toEqual([])
})

describe('[KN2] the file of what was last read', () => {
  it('is its owner’s alone, has no token in it and no draft beside it', async () => {
    const { folder } = await readOnce()
    expect(statSync(file(folder)).mode & 0o777).toBe(0o600)
    expect(readFileSync(file(folder), 'utf8')).not.toContain('made-up-token')
    expect(existsSync(`${file(folder)}.tmp`)).toBe(false)
  })

  it.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2), /is not complete/],
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":2'), /newer/],
    ['no text at all', () => '\u0000\u0001', /is no file of what was last read/],
    ['empty', () => '', /is no file of what was last read/],
  ] as const)('that is %s is named and left aside, and the engine starts', async (_, broken, said) => {
    const { folder, asked } = await readOnce()
    writeFileSync(file(folder), broken(readFileSync(file(folder), 'utf8')))
    const engine = runEngine(folder, asked)
    const { board } = await engine.hello()
    expect(board.panels).toMatchObject([{ series: [], trueAt: null }])
    expect(engine.logger.lines.filter(line => line.includes('last-known'))).toEqual([expect.stringMatching(said)])
  })

  it('[KN3] with one line that cannot be read gives all the others', async () => {
    const { folder, asked } = await readOnce()
    const text = readFileSync(file(folder), 'utf8')
    writeFileSync(file(folder), text.replace('"major_outage"', '"on fire"'))
    const { board } = await runEngine(folder, asked).hello()
    expect(board.pages).toEqual([])
    expect(board.panels).toMatchObject([{ series: [{ values: [0.25, 0.5] }] }])
  })

  it('that the disk refuses stops nothing, and is said once', async () => {
    const [folder, running] = [scratchFolder(), await vendors()]
    // A folder in its place: no file can be put there.
    mkdirSync(join(file(folder), 'in-the-way'), { recursive: true })
    const engine = runEngine(folder, settings(running.origin))
    await until(engine, 'good')
    await engine.stop()
    expect(engine.logger.lines.filter(line => line.includes('could not be saved'))).toHaveLength(1)
    rmSync(file(folder), { recursive: true })
  })
})
