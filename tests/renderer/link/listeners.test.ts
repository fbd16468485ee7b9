import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PushListeners } from '../../../src/renderer/link/listeners'
import { openIpcLink } from '../../../src/renderer/link/open-link'
import { pushNames } from '../../../src/shared/contract/names'
import type { PushName } from '../../../src/shared/contract/pushes'
import { type FileId, newId } from '../../../src/shared/domain/ids'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Whole each time, and often; every other kind of push comes one by one. */
const stateNames: ReadonlySet<string> = new Set(['feeds', 'facts', 'gates'])

/** From sources too: they come one by one, and hurry no state. */
const besideNames = ['panels', 'panelTimes', 'alerts', 'pages', 'rules', 'deploys', 'annotations'] as const
const fromSources: ReadonlySet<string> = new Set([...stateNames, ...besideNames])

/** What a page hears, in order. */
function listening(...names: readonly (typeof pushNames)[number][]) {
  const pushes = new PushListeners()
  const heard: (readonly [name: string, payload: unknown])[] = []
  for (const name of names) pushes.on(name, payload => heard.push([name, payload]))
  return { pushes, heard }
}

it('[CW6] hands the first state on at once, and of those that follow fast the newest, a moment later', () => {
  const { pushes, heard } = listening('feeds', 'facts')
  for (let at = 0; at < 500; at += 1) {
    pushes.emit('feeds', at)
    pushes.emit('facts', -at)
  }
  expect(heard).toEqual([['feeds', 0]])
  vi.advanceTimersByTime(250)
  expect(heard).toEqual([
    ['feeds', 0],
    ['facts', -499],
    ['feeds', 499],
  ])
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveLength(3)
  pushes.emit('facts', 'later')
  expect(heard.at(-1)).toEqual(['facts', 'later'])
})

it('[CW6] draws five times a second at most', () => {
  const { pushes } = listening()
  let drawn = 0
  pushes.on('gates', () => {
    drawn += 1
    vi.setSystemTime(Date.now() + 400)
  })
  for (let at = 0; at < 10_000; at += 10) {
    pushes.emit('gates', at)
    vi.advanceTimersByTime(10)
  }
  expect(drawn).toBeGreaterThan(30)
  expect(drawn).toBeLessThanOrEqual(51)
})

it.each(pushNames.filter(name => !fromSources.has(name)))('[CW6] loses no %s, and keeps its order', name => {
  const { pushes, heard } = listening('gates', name)
  for (const payload of [0, 1]) pushes.emit('gates', payload)
  for (const payload of ['a', 'b']) pushes.emit(name, payload)
  const both = ['a', 'b'].map(payload => [name, payload])
  expect(heard).toEqual([['gates', 0], ['gates', 1], ...both])
})

it('[CW6] an answer finds what was true before it', () => {
  const { pushes, heard } = listening('facts')
  pushes.emit('facts', 'old')
  pushes.emit('facts', 'new')
  pushes.catchUp()
  expect(heard.at(-1)).toEqual(['facts', 'new'])
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveLength(2)
})

it.each(besideNames)('[CW6] loses no %s, and draws no state sooner for it', name => {
  const { pushes, heard } = listening('gates', name)
  for (const payload of [0, 1]) pushes.emit('gates', payload)
  for (const payload of ['a', 'b']) pushes.emit(name, payload)
  const both = ['a', 'b'].map(payload => [name, payload])
  expect(heard).toEqual([['gates', 0], ...both])
  vi.advanceTimersByTime(250)
  expect(heard).toEqual([['gates', 0], ...both, ['gates', 1]])
})

it('[CW6] draws five times a second at most where panels are read all the time', () => {
  const { pushes, heard } = listening('feeds', 'facts', 'gates')
  for (let at = 0; at < 10_000; at += 20) {
    for (const name of ['panels', 'facts', 'gates', 'alerts', 'feeds'] as const) pushes.emit(name, at)
    vi.advanceTimersByTime(20)
  }
  for (const name of stateNames)
    expect(heard.filter(([heardName]) => heardName === name).length).toBeLessThanOrEqual(51)
})

it('[CW6] hands on what waits, lines and answers though a listener throws', () => {
  const { pushes, heard } = listening('facts', 'log')
  let thrown = 0
  pushes.on('gates', () => {
    thrown += 1
    throw new Error('mine')
  })
  for (const name of ['gates', 'gates', 'facts', 'log', 'log'] as const) pushes.emit(name, thrown)
  pushes.catchUp()
  expect(heard.map(([name]) => name)).toEqual(['facts', 'log', 'log'])
  expect(thrown).toBe(2)
  expect(() => vi.runAllTimers()).toThrow('mine')
})

it('[CW6] the line of the desktop draws what waits before it answers', async () => {
  let push: (name: PushName, payload: unknown) => void = () => undefined
  const link = openIpcLink({
    onPush: listener => {
      push = listener
      return () => undefined
    },
    call: async () => {
      for (const facts of ['old', 'new']) push('facts', [facts])
      return { ok: true, value: null }
    },
    bringFile: async () => ({ ok: true, value: newId<FileId>() }),
    saveFile: async () => ({ ok: true, value: true }),
  })
  const heard: unknown[] = []
  link.on('facts', facts => heard.push(facts))
  await link.call('feeds:refresh', {})
  expect(heard).toEqual([['old'], ['new']])
})
