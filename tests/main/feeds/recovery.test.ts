import { beforeEach, describe, expect, it } from 'vitest'
import { KEPT_FOR_PEOPLE } from '../../../src/main/engine/feeds/budget'
import { OPENS_AFTER } from '../../../src/main/engine/feeds/circuit'
import type { FeedSource } from '../../../src/main/engine/feeds/types'
import { BACK_OFF_CEILING, CATCH_UP_SPREAD, intervalOf } from '../../../src/main/engine/feeds/waits'
import type { VendorFault } from '../../../src/shared/contract/faults'
import { ok } from '../../../src/shared/lib/reply'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../../support/hand-clock'
import * as stage from './stage'

let clock: HandClock
beforeEach(() => {
  clock = handClock()
})

const page = { components: [], incidents: [] }
const down = { ok: false, fault: stage.unreachable } as const
const refusing = (fault: VendorFault) => ({ ok: false, fault }) as const

/** A different number each time, the same ones each run. */
function spread(): () => number {
  let chance = 0.05
  return () => {
    chance = (chance + 0.17) % 1
    return chance
  }
}

/** One connection with two feeds. */
function both(alerts: stage.Vended<readonly []>, pages: stage.Vended<typeof page>): FeedSource {
  return {
    connection: stage.connection('both', 'statuspage'),
    account: { alerts: { fetchOpenAlerts: alerts.ask }, publicPage: { fetchPublicPage: pages.ask } },
  }
}

function gaps(instants: readonly number[]): readonly number[] {
  return instants.slice(1).map((instant, index) => instant - (instants[index] ?? 0))
}

describe('a vendor’s allowance', () => {
  /** Each question costs `cost` of an allowance that is full again every minute. */
  function metered(limit: number, cost: number) {
    const vendor = stage.vended(clock, [])
    let asked = 0
    let [remaining, window] = [limit, 0]
    const refill = () => {
      const now = Math.floor(clock.now() / MINUTE)
      if (now !== window) [remaining, window] = [limit, now]
    }
    const ask: typeof vendor.ask = signal => {
      refill()
      asked += cost
      remaining -= cost
      if (remaining < 0) vendor.answer = refusing({ kind: 'rate-limited', retryAfter: null, message: 'too many' })
      return vendor.ask(signal)
    }
    const meter = {
      asked: () => asked,
      budget: () => ({ limit, remaining: Math.max(0, remaining), resetsIn: MINUTE - (clock.now() % MINUTE) }),
    }
    const source: FeedSource = {
      connection: stage.connection('pd', 'pagerduty', 5),
      account: { alerts: { fetchOpenAlerts: ask }, meter },
    }
    return { vendor, source, spend: (requests: number) => (remaining -= requests), left: () => remaining }
  }

  it('[FE9] is untouched by a feed that asks little', async () => {
    const { vendor, source } = metered(960, 2)
    await stage.onStage(clock, [source]).walk(MINUTE)
    expect(new Set(gaps(vendor.askedAt))).toEqual(new Set([5_000]))
  })

  it('[FE9] slows polls down before a 429, and leaves a tenth to people', async () => {
    const { vendor, source, left } = metered(40, 8)
    const { feeds, walk } = stage.onStage(clock, [source])
    for (let at = 0; at < 40; at += 1) {
      await walk(15 * SECOND)
      expect(left()).toBeGreaterThanOrEqual(40 * KEPT_FOR_PEOPLE)
    }
    expect(feeds.board().feeds[0]?.answer).toBe('good')
    expect(vendor.askedAt.length).toBeGreaterThan(25)
  })

  it('[FE9] waits for the reset when others have spent it', async () => {
    const { vendor, source, spend } = metered(100, 1)
    const { walk } = stage.onStage(clock, [source])
    await walk(SECOND)
    spend(95)
    const asked = vendor.askedAt.length
    await walk(6 * SECOND)
    const before = vendor.askedAt.length
    expect(before).toBe(asked + 1)
    const reset = MINUTE - ((vendor.askedAt.at(-1) ?? 0) % MINUTE)
    await walk(reset - 7 * SECOND)
    expect(vendor.askedAt).toHaveLength(before)
    await walk(8 * SECOND)
    expect(vendor.askedAt.length).toBeGreaterThan(before)
  })
})

describe('a connection’s circuit', () => {
  it('[FE10] opens after failures in a row of all its feeds, and half-opens with one probe', async () => {
    const [alerts, pages] = [stage.vended(clock, [] as const), stage.vended(clock, page)]
    alerts.answer = down
    pages.answer = down
    const { walk } = stage.onStage(clock, [both(alerts, pages)])
    const asked = () => alerts.askedAt.length + pages.askedAt.length
    while (asked() < OPENS_AFTER) await walk(250)
    const opened = clock.now()
    await walk(BACK_OFF_CEILING - SECOND)
    expect(asked()).toBe(OPENS_AFTER)
    alerts.answer = 'hang'
    pages.answer = 'hang'
    await walk(MINUTE)
    expect(asked()).toBe(OPENS_AFTER + 1)
    expect(clock.now()).toBeGreaterThan(opened + BACK_OFF_CEILING)
  })

  it('[FE10] a probe that fails opens it again, one that is answered brings the others at once', async () => {
    const [alerts, pages] = [stage.vended(clock, [] as const), stage.vended(clock, page)]
    alerts.answer = down
    pages.answer = down
    const { feeds, walk } = stage.onStage(clock, [both(alerts, pages)])
    const asked = () => alerts.askedAt.length + pages.askedAt.length
    while (asked() < OPENS_AFTER + 1) await walk(250)
    await walk(BACK_OFF_CEILING - SECOND)
    expect(asked()).toBe(OPENS_AFTER + 1)
    alerts.answer = ok([])
    pages.answer = ok(page)
    while (asked() < OPENS_AFTER + 2) await walk(250)
    await walk(CATCH_UP_SPREAD)
    expect(asked()).toBe(OPENS_AFTER + 3)
    expect(feeds.board().feeds.map(feed => feed.answer)).toEqual(['good', 'good'])
  })

  it('[FE10] lets a person ask an open connection', async () => {
    const alerts = stage.vended(clock, [] as const)
    alerts.answer = down
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', alerts)])
    while (alerts.askedAt.length < OPENS_AFTER) await walk(250)
    await walk(SECOND)
    alerts.answer = ok([])
    feeds.refresh()
    await walk(250)
    expect(feeds.board().feeds[0]?.answer).toBe('good')
  })

  it('[FE10] silence that one feed was asked for holds for all feeds of the connection', async () => {
    const [alerts, pages] = [stage.vended(clock, [] as const), stage.vended(clock, page)]
    const { feeds, walk } = stage.onStage(clock, [both(alerts, pages)])
    await walk(SECOND)
    alerts.answer = refusing({ kind: 'rate-limited', retryAfter: 2 * MINUTE, message: 'later' })
    await walk(16 * SECOND)
    const asked = pages.askedAt.length
    feeds.refresh()
    await walk(110 * SECOND)
    expect(pages.askedAt).toHaveLength(asked)
    await walk(MINUTE)
    expect(pages.askedAt.length).toBeGreaterThan(asked)
  })

  it('[FE10] what one call may not do leaves the other feeds alone', async () => {
    const [alerts, pages] = [stage.vended(clock, [] as const), stage.vended(clock, page)]
    pages.answer = refusing({ kind: 'token-refused', status: 403, message: 'not yours' })
    const { walk } = stage.onStage(clock, [both(alerts, pages)])
    await walk(20 * MINUTE)
    expect(new Set(gaps(alerts.askedAt))).toEqual(new Set([15_000]))
  })
})

describe('catching up', () => {
  const many = (answer: stage.Vended<readonly []>['answer']) =>
    Array.from({ length: 8 }, () => Object.assign(stage.vended(clock, [] as const), { answer }))
  const sources = (vendors: readonly stage.Vended<readonly []>[]) =>
    vendors.map((vendor, at) => stage.alertsSource(`c${at}`, vendor))

  it('[FE11] asks everything within seconds after sleep, not all in one instant', async () => {
    const vendors = many(ok([] as const))
    const { walk } = stage.onStage(clock, sources(vendors), [], spread())
    await walk(2 * SECOND)
    clock.sleep(8 * HOUR)
    const woke = clock.now()
    await stage.letAnswersArrive()
    await walk(CATCH_UP_SPREAD + 250)
    const asked = vendors.map(vendor => vendor.askedAt.at(-1) ?? 0)
    expect(vendors.map(vendor => vendor.askedAt.length)).toEqual(vendors.map(() => 2))
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(woke)
    expect(Math.max(...asked)).toBeLessThanOrEqual(woke + CATCH_UP_SPREAD)
    expect(new Set(asked).size).toBeGreaterThan(5)
  })

  it('[FE11] forgets the back-off of before the sleep', async () => {
    const [vendor] = many(down)
    if (vendor === undefined) throw new Error('no vendor')
    const { feeds, walk } = stage.onStage(clock, sources([vendor]))
    while (vendor.askedAt.length < OPENS_AFTER) await walk(250)
    vendor.answer = ok([])
    clock.sleep(30 * SECOND)
    await walk(CATCH_UP_SPREAD + 250)
    expect(feeds.board().feeds[0]?.answer).toBe('good')
  })

  it('[FE11] the first that is answered after an outage brings those that the network failed', async () => {
    const [first, second] = many(down)
    if (first === undefined || second === undefined) throw new Error('no vendors')
    const { walk } = stage.onStage(clock, sources([first, second]))
    while (second.askedAt.length < OPENS_AFTER) await walk(250)
    await walk(5 * SECOND)
    const [one, two] = [first.askedAt.length, second.askedAt.length]
    first.answer = ok([])
    second.answer = ok([])
    await walk(BACK_OFF_CEILING + 10 * SECOND)
    expect(first.askedAt[one]).toBeDefined()
    expect(Math.abs((second.askedAt[two] ?? 0) - (first.askedAt[one] ?? 0))).toBeLessThanOrEqual(CATCH_UP_SPREAD)
  })

  it('[FE11] a question that was open when the network went is asked again', async () => {
    const vendor = stage.vended(clock, [] as const)
    const answers: ((reply: typeof down | ReturnType<typeof ok<readonly []>>) => void)[] = []
    const ask = (signal: AbortSignal) => {
      void vendor.ask(signal)
      return new Promise<typeof down | ReturnType<typeof ok<readonly []>>>(resolve => void answers.push(resolve))
    }
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', { ...vendor, ask })])
    await walk(SECOND)
    feeds.catchUp()
    answers[0]?.(down)
    await walk(CATCH_UP_SPREAD + 250)
    expect(vendor.askedAt).toHaveLength(2)
  })

  it('[FE11] keeps the silence that a vendor asked for', async () => {
    const vendor = stage.vended(clock, [])
    vendor.answer = refusing({ kind: 'rate-limited', retryAfter: MINUTE, message: 'later' })
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(SECOND)
    feeds.catchUp()
    await walk(50 * SECOND)
    expect(vendor.askedAt).toHaveLength(1)
  })
})

describe('a hidden screen', () => {
  it('[FE12] reads slower while hidden, whatever a connection wished, and at once when seen again', async () => {
    expect(intervalOf('alerts', 'hidden', 5, 1)).toBe(30 * SECOND)
    expect(intervalOf('panels', 'hidden', 300, 1)).toBe(300 * SECOND)
    const grafana = stage.panelsSource('grafana', 'grafana')
    const { feeds, walk } = stage.onStage(clock, [grafana.source], [stage.panel('p', 'grafana')])
    feeds.setPace('hidden')
    await walk(50 * SECOND)
    expect(grafana.asked.length).toBeLessThanOrEqual(2)
    const asked = grafana.asked.length
    feeds.setPace('active')
    await walk(500)
    expect(grafana.asked).toHaveLength(asked + 1)
  })
})
