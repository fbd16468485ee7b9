import { describe, expect, it } from 'vitest'
import { liveBoard } from '../../../src/main/engine/feeds/board'
import { feedIdentity } from '../../../src/main/engine/feeds/feed-list'
import { SECOND } from '../../../src/shared/lib/time'
import { handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'
import * as stage from './stage'

/** A board whose store of alerts says by itself when it has taken them. */
function onSlowStore() {
  const clock = handClock()
  const waiting: (() => void)[] = []
  const board = liveBoard(
    [],
    () => undefined,
    keptLogger(),
    (_connection, _rows, _at, taken) => waiting.push(taken),
  )
  const source = stage.alertsSource('am', stage.vended(clock, []))
  const feed = feedIdentity(source, 'alerts', () => 15 * SECOND)
  board.addFeed(feed)
  return { board, feed, waiting, answer: () => board.read().feeds[0] }
}

describe('[SA19] a feed of alerts', () => {
  it('is fresh when its store has taken all of them, and not before', () => {
    const { board, feed, waiting, answer } = onSlowStore()
    board.alertsRead(feed, [stage.alertRow('a')], 1_000)
    expect(answer()).toMatchObject({ answer: 'none-yet', trueAt: null })
    waiting[0]?.()
    expect(answer()).toMatchObject({ answer: 'good', trueAt: 1_000 })
  })

  it('that failed meanwhile stays failed', () => {
    const { board, feed, waiting, answer } = onSlowStore()
    board.alertsRead(feed, [stage.alertRow('a')], 1_000)
    board.failed(feed, stage.unreachable)
    waiting[0]?.()
    expect(answer()).toMatchObject({ answer: 'failed' })
  })
})
