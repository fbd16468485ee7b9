import { beforeEach, describe, expect, it } from 'vitest'
import type { PublicPageAnswer } from '../../../src/main/engine/feeds/types'
import { coded } from '../../../src/shared/contract/coded-text'
import { freshness } from '../../../src/shared/domain/freshness'
import { ok } from '../../../src/shared/lib/reply'
import { SECOND } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../../support/hand-clock'
import * as stage from './stage'

let clock: HandClock
beforeEach(() => {
  clock = handClock()
})

const count = (told: stage.Stage['told'], name: string) => told.filter(one => one.name === name).length

describe('board', () => {
  it('[FE4] lists every feed from the start, as waiting', () => {
    const { feeds } = stage.onStage(clock, [
      stage.alertsSource('pd', stage.vended(clock, [])),
      stage.pageSource('sp', stage.vended(clock, { components: [], incidents: [] })),
    ])
    expect(feeds.board().feeds.map(feed => [feed.id, feed.answer, feed.trueAt])).toEqual([
      ['pd/alerts', 'none-yet', null],
      ['sp/components', 'none-yet', null],
    ])
  })

  it('[FE4] tells a refused token from a failure, each in the vendor’s words', async () => {
    const refused = stage.vended(clock, [])
    refused.answer = { ok: false, fault: { kind: 'token-refused', status: 401, message: 'Invalid token' } }
    const failed = stage.vended(clock, [])
    failed.answer = { ok: false, fault: stage.unreachable }
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('a', refused), stage.alertsSource('b', failed)])
    await walk(SECOND)
    expect(feeds.board().feeds).toMatchObject([
      { answer: 'refused', reason: 'Invalid token' },
      { answer: 'failed', reason: 'connect ECONNREFUSED' },
    ])
  })

  it('[FA3] tells why as a code with values, and says the same in English; a vendor’s words alone have no code', async () => {
    const refused = stage.vended(clock, [])
    const why = coded('vendor-refused-token', { status: 401, vendor: 'PagerDuty', said: '' })
    refused.answer = { ok: false, fault: { kind: 'token-refused', status: 401, ...why } }
    const page: PublicPageAnswer = {
      ...{ components: [], incidents: [] },
      missing: [{ part: 'incidents', reason: 'not yours' }],
    }
    const sources = [stage.alertsSource('a', refused), stage.pageSource('b', stage.vended(clock, page))]
    const { feeds, walk } = stage.onStage(clock, sources)
    await walk(SECOND)
    const [one, other] = feeds.board().feeds
    const { code, values } = why
    expect(one).toMatchObject({ code, values, reason: 'HTTP 401: PagerDuty rejected the token' })
    expect(other).toMatchObject({ code: 'incidents-unread', reason: 'no incidents: not yours' })
    refused.answer = { ok: true, value: [] }
    await walk(60 * SECOND)
    expect(feeds.board().feeds[0]).toMatchObject({ answer: 'good', reason: '' })
    expect(feeds.board().feeds[0]).not.toHaveProperty('code')
  })

  it('[FE6] a feed that fails keeps what it showed, with its age', async () => {
    const vendor = stage.vended(clock, [stage.alertRow('x')])
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(SECOND)
    const trueAt = feeds.board().feeds[0]?.trueAt
    expect(trueAt).toBe(vendor.askedAt[0])
    vendor.answer = { ok: false, fault: stage.unreachable }
    await walk(60 * SECOND)
    const [feed] = feeds.board().feeds
    expect(feed).toMatchObject({ answer: 'failed', trueAt })
    expect(feed && freshness(feed, clock.now())).toMatchObject({ state: 'down', age: clock.now() - (trueAt ?? 0) })
  })

  it('[FE6] says once that a feed fell silent and once that it speaks again', async () => {
    const vendor = stage.vended(clock, [])
    vendor.answer = { ok: false, fault: stage.unreachable }
    const { told, logged, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(120 * SECOND)
    expect(vendor.askedAt.length).toBeGreaterThan(2)
    expect(count(told, 'feeds')).toBe(1)
    vendor.answer = ok([])
    await walk(120 * SECOND)
    expect(logged).toEqual(['pd/alerts does not answer', 'pd/alerts answers again'])
  })

  it('[FE7] tells a public page only when customers see something else', async () => {
    const vendor = stage.vended<PublicPageAnswer>(clock, { components: [], incidents: [] })
    const { feeds, told, walk } = stage.onStage(clock, [stage.pageSource('sp', vendor)])
    await walk(95 * SECOND)
    expect(vendor.askedAt).toHaveLength(4)
    expect(count(told, 'pages')).toBe(1)
    expect(feeds.board().pages).toMatchObject([{ feed: 'sp/components', name: 'sp' }])
    vendor.answer = ok({ components: [{ id: 'c', name: 'API', status: 'major_outage' }], incidents: [] })
    await walk(30 * SECOND)
    expect(count(told, 'pages')).toBe(2)
  })
})
