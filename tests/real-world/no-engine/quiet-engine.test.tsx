import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { FeedLights } from '../../../src/renderer/features/incident-bar/feed-lights'
import { LinkStrip } from '../../../src/renderer/features/incident-bar/strips'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { SECOND } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const page = (
  <>
    <LinkStrip />
    <FeedLights />
    <AlertsPane />
  </>
)

/** Nothing is open, each source answered a moment ago, and one that is not heard for six seconds is late. */
async function quietEngine() {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'], now })
  const feeds = board.feeds.map(
    (feed): FeedStatus => ({ ...feed, answer: 'good', trueAt: now, lateAfter: 6 * SECOND, reason: '' }),
  )
  const link = createFakeLink({ now: () => Date.now(), board: { ...board, alerts: [], feeds } })
  await stage(page, link)
  return { link, pass: (span: number) => act(() => vi.advanceTimersByTime(span)) }
}

describe('[CW3] an engine that says nothing', () => {
  it('is named before any source is called late for it', async () => {
    const { pass } = await quietEngine()
    for (let second = 1; second <= 3; second += 1) {
      pass(SECOND)
      expect(document.body.textContent).not.toMatch(/late/)
      expect(screen.queryByRole('alert')).toBeNull()
    }
    pass(SECOND)
    expect(screen.getByRole('alert').textContent).toContain('The engine is not responding.')
    expect(screen.getByRole('alert').textContent).toContain('What you see is as of 12:00:00')
    expect(screen.getByText('Alerts are unknown: no connection to the engine.')).toBeTruthy()
  })

  it('is no longer named as soon as it reads its clock again', async () => {
    const { link, pass } = await quietEngine()
    pass(9 * SECOND)
    expect(screen.getByRole('alert')).toBeTruthy()
    act(() => link.push('clock', { now: now + 9 * SECOND, rate: 1 }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is not blamed for the time that this page slept', async () => {
    const { link, pass } = await quietEngine()
    // A sleep: the clocks went on, and no timer ran.
    vi.setSystemTime(now + 3_600 * SECOND)
    pass(SECOND)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getAllByText(/late/).length).toBeGreaterThan(0)
    act(() => link.push('clock', { now: now + 3_601 * SECOND, rate: 1 }))
    pass(SECOND)
    expect(screen.queryByRole('alert')).toBeNull()
    pass(4 * SECOND)
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  it('does not keep a source from being late that is late while the engine speaks', async () => {
    const { link, pass } = await quietEngine()
    for (const second of [2, 4, 6, 8]) {
      pass(2 * SECOND)
      act(() => link.push('clock', { now: now + second * SECOND, rate: 1 }))
    }
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getAllByText(/late/).length).toBeGreaterThan(0)
  })
})
