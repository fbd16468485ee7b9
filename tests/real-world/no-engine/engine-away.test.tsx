import { act, screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { FeedLights } from '../../../src/renderer/features/incident-bar/feed-lights'
import { LinkStrip } from '../../../src/renderer/features/incident-bar/strips'
import { MetricsPane } from '../../../src/renderer/features/metrics/metrics-pane'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const cockpit = (
  <>
    <LinkStrip />
    <FeedLights />
    <AlertsPane />
    <MetricsPane />
    <CommsPane />
  </>
)
const wall = <Wallboard onLeave={() => undefined} />

/** Every source answered a moment ago. */
async function staged(page: React.ReactNode) {
  const board = cannedBoard(Date.now())
  const feeds = board.feeds.map(
    (feed): FeedStatus => ({ ...feed, answer: 'good', trueAt: Date.now(), lateAfter: 600_000, reason: '' }),
  )
  const link = createFakeLink({ now: () => Date.now(), board: { ...board, feeds } })
  await stage(page, link)
  return { link, setLink: (state: 'open' | 'lost') => act(() => link.setState(state)) }
}

const words = () => document.body.textContent ?? ''
const lights = () => [...document.querySelectorAll('[data-state="fresh"], [data-level="ok"]')]

describe('[CW4] from the moment the line to the engine is lost', () => {
  it('nothing in the cockpit is called live, and all is as before when it is back', async () => {
    const { setLink } = await staged(cockpit)
    await waitFor(() => expect(words()).toContain('live'))
    expect(lights().length).toBeGreaterThan(0)
    setLink('lost')
    expect(words()).not.toMatch(/\blive\b/)
    expect(lights()).toEqual([])
    expect(words()).toMatch(/not connected · \d+ s old/)
    expect(screen.getByRole('alert').textContent).toMatch(/cannot be reached. What you see is as of \d\d:\d\d:\d\d/)
    setLink('open')
    await waitFor(() => expect(words()).toContain('live'))
    expect(words()).not.toContain('not connected')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('the wallboard says so, and knows of no alert and no feed', async () => {
    const { setLink } = await staged(wall)
    expect(screen.getByText('Connected')).toBeTruthy()
    setLink('lost')
    expect(screen.getByText(/^No connection for \d+ s$/)).toBeTruthy()
    expect(words()).toContain('no connection to the engine')
    expect(words()).not.toMatch(/\blive\b/)
    expect(lights()).toEqual([])
    setLink('open')
    await waitFor(() => expect(screen.getByText('Connected')).toBeTruthy())
    expect(words()).not.toContain('not connected')
  })
})

describe('[CW4] a line that is open again', () => {
  it('makes nothing current before the engine answered on it', async () => {
    const { link, setLink } = await staged(cockpit)
    setLink('lost')
    link.failNext('session:hello', { kind: 'refused', message: 'still reading' })
    setLink('open')
    await waitFor(() => expect(words()).toContain('Could not connect to the engine.'))
    expect(words()).toContain('not connected')
    expect(words()).not.toMatch(/\blive\b/)
  })
})
