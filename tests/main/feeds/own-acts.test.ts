import { beforeEach, describe, expect, it } from 'vitest'
import { AFTER_OWN_ACT } from '../../../src/main/engine/feeds/waits'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { ok } from '../../../src/shared/lib/reply'
import { SECOND } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../../support/hand-clock'
import * as stage from './stage'

describe('feeds after an act of ours', () => {
  let clock: HandClock
  const here = 'pd' as ConnectionId

  beforeEach(() => {
    clock = handClock()
  })

  it('[FE17] are asked anew where the act was done, and nowhere else', async () => {
    const [touched, other] = [stage.vended(clock, []), stage.vended(clock, [])]
    const sources = [stage.alertsSource('pd', touched), stage.alertsSource('else', other)]
    const { feeds, walk } = stage.onStage(clock, sources)
    await walk(5 * SECOND)
    feeds.actDone(here)
    await walk(250)
    expect([touched, other].map(({ askedAt }) => askedAt.length)).toEqual([2, 1])
  })

  it('[FE17] are asked once more after a question that the act overtook', async () => {
    const vendor = stage.vended(clock, [] as const)
    let answer: (reply: ReturnType<typeof ok<readonly []>>) => void = () => undefined
    const ask = (signal: AbortSignal) => {
      void vendor.ask(signal)
      return new Promise<ReturnType<typeof ok<readonly []>>>(resolve => {
        answer = resolve
      })
    }
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', { ...vendor, ask })])
    await walk(SECOND)
    feeds.actDone(here)
    answer(ok([]))
    await walk(AFTER_OWN_ACT + 250)
    expect(vendor.askedAt).toHaveLength(2)
    // The second question was asked after the act: nothing is left to make up for.
    answer(ok([]))
    await walk(10 * SECOND)
    expect(vendor.askedAt).toHaveLength(2)
  })

  it('[FE17] read many acts together', async () => {
    const vendor = stage.vended(clock, [])
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(2 * SECOND)
    for (let act = 0; act < 50; act += 1) {
      feeds.actDone(here)
      await walk(SECOND / 10)
    }
    expect(vendor.askedAt.length).toBeLessThanOrEqual(1 + 5_000 / AFTER_OWN_ACT)
  })

  it('[FE17] keep the silence that a vendor asked for', async () => {
    const vendor = stage.vended(clock, [])
    vendor.answer = { ok: false, fault: { kind: 'rate-limited', retryAfter: 40 * SECOND, message: 'later' } }
    const { feeds, walk } = stage.onStage(clock, [stage.alertsSource('pd', vendor)])
    await walk(2 * SECOND)
    feeds.actDone(here)
    await walk(30 * SECOND)
    expect(vendor.askedAt).toHaveLength(1)
  })
})
