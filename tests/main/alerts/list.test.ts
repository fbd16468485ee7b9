import { describe, expect, it } from 'vitest'
import {
  type AlertChangesSlice,
  type ListedAlert,
  ROWS_AT_ONCE,
  unpackAlerts,
} from '../../../src/shared/contract/alert-list'
import { hasBit } from '../../../src/shared/contract/labelled'
import { hiding, person, prom, row, type StormStage, stormStage } from './stage'

/** A screen that asks until it has all, and folds what it gets. */
function follower(storm: StormStage['storm']) {
  const rows = new Map<string, ListedAlert>()
  let [epoch, since] = ['', 0]
  const pages: AlertChangesSlice[] = []
  return {
    rows,
    pages,
    ask() {
      for (let more = true; more; ) {
        const page = storm.rowsSince({ epoch, since })
        pages.push(page)
        if (page.anew) rows.clear()
        for (const one of unpackAlerts(page.rows)) rows.set(one.id, one)
        for (const id of page.gone) rows.delete(id)
        ;[epoch, since, more] = [page.epoch, page.upTo, page.more]
      }
    },
  }
}

describe('[SA14] the list of all alerts', () => {
  it('comes in pages, and then only what changed', async () => {
    const { storm, clock } = stormStage()
    const storm5000 = Array.from({ length: 5_000 }, (_, at) => row(`a${at}`))
    storm.read(prom, storm5000, clock.now())
    await storm.settled()
    const screen = follower(storm)
    screen.ask()
    expect(screen.rows.size).toBe(5_000)
    expect(screen.pages.map(({ rows }) => rows.title.length)).toEqual([ROWS_AT_ONCE, ROWS_AT_ONCE, 1_000])

    const changed = row('a7', { state: 'acknowledged' })
    storm.read(prom, [...storm5000.slice(10), changed, row('new')], clock.now())
    await storm.settled()
    screen.pages.length = 0
    screen.ask()
    expect(screen.rows.size).toBe(4_992)
    expect(screen.rows.get('prom/a7')?.state).toBe('acknowledged')
    expect(screen.pages.map(({ rows, gone }) => [rows.title.length, gone.length])).toEqual([[2, 9]])

    screen.pages.length = 0
    screen.ask()
    expect(screen.pages).toMatchObject([{ anew: false, gone: [], rows: { title: [] } }])
  })

  it('tells which alerts are hidden, and which no longer', () => {
    const { storm, clock } = stormStage()
    storm.read(prom, [row('a'), row('b', { service: 'db' })], clock.now())
    const screen = follower(storm)
    const rule = hiding('db')
    storm.hide(rule, person('Dana'), clock.now())
    screen.ask()
    expect(screen.rows.get('prom/b')).toMatchObject({ hiddenBy: rule.rule })
    expect(screen.rows.get('prom/a')).toMatchObject({ hiddenBy: undefined })
    storm.unhide({ rule: rule.rule }, person('Dana'), clock.now())
    screen.ask()
    expect(screen.rows.get('prom/b')).toMatchObject({ hiddenBy: undefined })
  })

  it('begins anew for a screen that knows another engine', () => {
    const first = stormStage()
    first.storm.read(prom, [row('a'), row('b')], first.clock.now())
    const { epoch, upTo } = first.storm.rowsSince({ epoch: '', since: 0 })
    const { storm, clock } = first.restart()
    storm.read(prom, [row('a')], clock.now())
    expect(storm.rowsSince({ epoch, since: upTo })).toMatchObject({ anew: true, rows: { externalId: ['a'] } })
  })

  it('keeps all that is shown of a row', () => {
    const { storm, clock } = stormStage()
    const given = row('a', { origin: 'page', urgency: 'critical', severity: 'SEV-1', hush: 'silenced', cause: null })
    storm.read(prom, [given], clock.now())
    const [told] = unpackAlerts(storm.rowsSince({ epoch: '', since: 0 }).rows)
    const { labels: _, ...shown } = given
    expect(told).toEqual({ ...shown, hiddenBy: undefined, number: 0 })
  })
})

describe('[AL11] labels', () => {
  const env = (at: number) => (at % 3 === 0 ? 'Prod' : 'test')
  const labelledRow = (at: number) => row(`a${at}`, { service: `s${at % 3}`, labels: { env: env(at), pod: `p${at}` } })

  it('are looked into by the engine, which tells a bit for each row and the groups', async () => {
    const { storm, clock } = stormStage()
    const all = Array.from({ length: 5_000 }, (_, at) => labelledRow(at))
    storm.read(prom, all, clock.now())
    await storm.settled()
    const screen = follower(storm)
    const found = (word: string) => {
      screen.ask()
      const [answer] = storm.labelled([word])
      if (answer === undefined) throw new Error('Each word is answered')
      const bytes = atob(answer.bits)
      return [...screen.rows.values()].filter(({ number = -1 }) => hasBit(bytes, answer.from, number))
    }
    expect(found('env=prod')).toHaveLength(1_667)
    expect(found('prod').every(({ externalId }) => Number(externalId.slice(1)) % 3 === 0)).toBe(true)
    expect(found('pod=p4999').map(({ externalId }) => externalId)).toEqual(['a4999'])
    expect(found('pod=')).toHaveLength(5_000)
    expect(found('nowhere')).toEqual([])
    // Gone, and come again behind the others.
    storm.read(prom, all.slice(1), clock.now())
    await storm.settled()
    expect(found('env=prod')).toHaveLength(1_666)
    storm.read(prom, all, clock.now())
    await storm.settled()
    expect(found('env=prod')).toHaveLength(1_667)
    expect(storm.labelled(['env=prod'])[0]?.bits.length).toBeLessThan(1_000)
  })
})
