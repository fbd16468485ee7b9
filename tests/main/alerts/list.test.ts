import { describe, expect, it } from 'vitest'
import { type AlertChangesPage, ROWS_AT_ONCE, unpackAlerts } from '../../../src/shared/contract/alert-list'
import type { AlertRow } from '../../../src/shared/contract/views'
import { hiding, prom, row, type StormStage, stormStage } from './stage'

/** A screen that asks until it has all, and folds what it gets. */
function follower(storm: StormStage['storm']) {
  const rows = new Map<string, AlertRow>()
  let [epoch, since] = ['', 0]
  const pages: AlertChangesPage[] = []
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
  it('comes in pages, and then only what changed', () => {
    const { storm, clock } = stormStage()
    const storm5000 = Array.from({ length: 5_000 }, (_, at) => row(`a${at}`))
    storm.read(prom, storm5000, clock.now())
    const screen = follower(storm)
    screen.ask()
    expect(screen.rows.size).toBe(5_000)
    expect(screen.pages.map(({ rows }) => rows.title.length)).toEqual([ROWS_AT_ONCE, ROWS_AT_ONCE, 1_000])

    const changed = row('a7', { state: 'acknowledged' })
    storm.read(prom, [...storm5000.slice(10), changed, row('new')], clock.now())
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
    storm.hide(rule, 'Dana', clock.now())
    screen.ask()
    expect(screen.rows.get('prom/b')).toMatchObject({ hiddenBy: rule.rule })
    expect(screen.rows.get('prom/a')).toMatchObject({ hiddenBy: undefined })
    storm.unhide({ rule: rule.rule }, 'Dana', clock.now())
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
    expect(told).toEqual({ ...shown, hiddenBy: undefined })
  })
})
