import { describe, expect, it } from 'vitest'
import { type KnownOutside, notedSources } from '../../../src/main/engine/handoff/noted-sources'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { sourcesNoted } from '../../../src/shared/events/sources-noted'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'

const now = Date.UTC(2026, 10, 20, 14)
const board = cannedBoard(now)

function noted(change: Partial<KnownOutside> = {}) {
  const known = { board, alerts: board.alerts, openAt: () => 5, onCall: null, onCallTrouble: '', now }
  return notedSources({ ...known, ...change })
}
const values = (sources: ReturnType<typeof noted>, what: string) => {
  return sources.find(one => one.what === what)?.values.map(({ name, value }) => `${name}: ${value}`)
}

describe('[HC3] what a handoff notes of other systems', () => {
  it('is each panel’s figure as its tile says it', () => {
    expect(values(noted(), 'panels')).toEqual([
      expect.stringMatching(/^Payment errors: 2\d.%, above 5.%$/),
      expect.stringMatching(/^Checkout latency \(p99\): 4\.\d+.s, above 2.s$/),
      expect.stringMatching(/^Payments accepted: 83\.1\/s$/),
      expect.stringMatching(/^Database pool in use: \d+(\.\d)?.%, above 90.%$/),
      expect.stringMatching(/^Settlement queue: [\d,]+$/),
      expect.stringMatching(/^Worker memory: [\d.]+.MiB$/),
    ])
  })

  it('is the loudest alerts, and how many more there are', () => {
    const sources = noted({ openAt: () => 50_000 })
    expect(values(sources, 'alerts')?.slice(0, 2)).toEqual([
      'Open alerts: 50000',
      'Payments: error rate above 5 % for 2 minutes: critical, firing, since 13:46 UTC, payments-api',
    ])
    expect(sources.find(({ what }) => what === 'alerts')?.more).toBe(49_995)
  })

  it('is not an alert that a rule hides; it is counted', () => {
    const alerts = board.alerts.map((row, at) => (at === 0 ? { ...row, hiddenBy: 'rule' as never } : row))
    expect(values(noted({ alerts }), 'alerts')).not.toContainEqual(expect.stringContaining('error rate above'))
    expect(noted({ alerts })[0]?.more).toBe(1)
  })

  it('is the status page, the troubled parts by name, as of when it answered', () => {
    const [page] = board.pages
    if (page === undefined) throw new Error('There is no page')
    const components = page.components.map((one, at) => (at === 1 ? { ...one, status: 'major_outage' as const } : one))
    const sources = noted({ board: { ...board, pages: [{ ...page, components }] } })
    expect(values(sources, 'components')).toEqual(['Checkout: major outage', '3 other components: operational'])
    expect(sources.find(({ what }) => what === 'components')).toMatchObject({
      state: 'down',
      trueAt: now - 220_000,
      reason: '503 Service Unavailable',
    })
  })

  it('is a panel that fails by itself with why, and a line that ended with when', () => {
    const [errors, ...rest] = board.panels
    if (errors === undefined) throw new Error('There is no panel')
    const ended = { ...errors, series: [{ name: '', times: [now - HOUR, now - HOUR + 1], values: [1, 2] }] }
    const panels = [{ ...ended, problem: 'bad query' }, ...rest.slice(0, 1).map(one => ({ ...one, series: [] }))]
    const [first, second] = noted({ board: { ...board, panels } }).find(({ what }) => what === 'panels')?.values ?? []
    expect(first).toMatchObject({ at: now - HOUR + 1, trouble: 'bad query' })
    expect(second).toMatchObject({ name: 'Checkout latency', value: 'no value' })
  })

  it.each([
    ['read a minute ago', MINUTE, '', 'fresh'],
    ['read an hour ago', HOUR, '', 'late'],
    ['read a minute ago and refused since', MINUTE, 'refused the connection', 'down'],
  ])('is who was on call, %s', (_, age, onCallTrouble, state) => {
    const person = { connection: 'pd' as ConnectionId, externalId: null, name: 'Mei Tanaka', policy: 'Shop' }
    const list = { people: [{ ...person, level: 1, until: null }], policies: [], problem: '' }
    const [last] = noted({ onCall: { list, readAt: now - age }, onCallTrouble }).slice(-1)
    expect(last).toMatchObject({ what: 'on-call', state, trueAt: now - age, reason: onCallTrouble })
    expect(last?.values).toEqual([{ name: 'Mei Tanaka', value: 'Shop, level 1' }])
  })

  it('is only the name of a source without values, where it cannot be read', () => {
    const rules = { ...board.feeds[0], id: 'pd/rules', what: 'rules', answer: 'failed', reason: 'gone' } as never
    const sources = noted({ board: { ...board, feeds: [rules, ...board.feeds] } })
    expect(sources[0]).toMatchObject({ what: 'rules', state: 'down', reason: 'gone', values: [] })
    const well = { ...(rules as object), answer: 'good', reason: '' } as never
    expect(noted({ board: { ...board, feeds: [well] } })).toEqual([])
  })

  it('is nothing where nothing is connected', () => {
    expect(noted({ board: { feeds: [], panels: [], pages: [] }, alerts: [] })).toEqual([])
  })
})

describe('[HC4] in a storm, and with texts of any length,', () => {
  it('what a handoff notes fits its event, and says what was left out', () => {
    const long = '😀'.repeat(400)
    const [feed] = board.feeds
    const [panel] = board.panels
    if (feed === undefined || panel === undefined) throw new Error('The board is empty')
    const feeds = Array.from({ length: 300 }, (_, at) => ({
      ...feed,
      id: `f${at}`,
      what: 'panels' as const,
      name: long,
    }))
    const panels = Array.from({ length: 500 }, (_, at) => ({ ...panel, id: `p${at}`, feed: 'f0', title: long }))
    const sources = noted({ board: { feeds, panels, pages: [] } })
    expect(sourcesNoted.body.safeParse({ sources }).success).toBe(true)
    expect(sources[0]).toMatchObject({ more: 460 })
    expect(sources[0]?.name.isWellFormed()).toBe(true)
  })
})
