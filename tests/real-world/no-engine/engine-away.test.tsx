import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { SilencesDialog } from '../../../src/renderer/features/alerts/silences-dialog'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { HandoffPane } from '../../../src/renderer/features/handoff/handoff-pane'
import { FeedLights } from '../../../src/renderer/features/incident-bar/feed-lights'
import { LinkStrip } from '../../../src/renderer/features/incident-bar/strips'
import { MetricsPane } from '../../../src/renderer/features/metrics/metrics-pane'
import { backupSetting } from '../../../src/renderer/features/settings/backup-setting'
import { recordCheckSetting } from '../../../src/renderer/features/settings/record-check-setting'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { CallName } from '../../../src/shared/contract/calls'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
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
async function staged(page: ReactNode, unanswered: readonly CallName[] = []) {
  const board = cannedBoard(Date.now())
  const feeds = board.feeds.map(
    (feed): FeedStatus => ({ ...feed, answer: 'good', trueAt: Date.now(), lateAfter: 600_000, reason: '' }),
  )
  const link = createFakeLink({ now: () => Date.now(), board: { ...board, feeds } })
  const { call } = link
  // As the line does: what is asked while nobody is there waits in it.
  link.call = (name, input) => (unanswered.includes(name) ? new Promise(() => undefined) : call(name, input))
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

const WAITS = 'No connection to the engine: this waits until it is back.'

describe('[CW4] what is asked while the engine is not heard', () => {
  it('says that it waits: the check of the record, a backup, a list that is read', async () => {
    const page = (
      <>
        <recordCheckSetting.Part labelledBy="" leaveFor={() => undefined} />
        <backupSetting.Part labelledBy="" leaveFor={() => undefined} />
      </>
    )
    const { setLink } = await staged(page, ['record:verify', 'record:back-up'])
    await screen.findByRole('button', { name: 'Back up now' })
    setLink('lost')
    expect(screen.queryByText(WAITS)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Verify now' }))
    expect(screen.getByText(WAITS)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back up now' }))
    expect(screen.getAllByText(WAITS)).toHaveLength(2)
    setLink('open')
    await waitFor(() => expect(screen.queryByText(WAITS)).toBeNull())
  })

  it('is not said to be loading', async () => {
    const { setLink } = await staged(<SilencesDialog opened onClose={() => undefined} />, ['alerts:silences'])
    expect(screen.queryByText(WAITS)).toBeNull()
    setLink('lost')
    expect(screen.getByText(WAITS)).toBeTruthy()
  })

  it('is no progress: a check of the record that was running stays where it was', async () => {
    const { link, setLink } = await staged(<recordCheckSetting.Part labelledBy="" leaveFor={() => undefined} />)
    act(() => link.push('recordCheck', { running: { done: 30, all: 100 }, last: null }))
    expect(words()).toContain('Checking: 30 of 100 events')
    setLink('lost')
    expect(words()).toContain('Not connected: the check was at 30 of 100 events.')
    expect(words()).not.toContain('Checking')
    expect(words()).not.toContain('Verifying')
  })
})

it('[CW4] the handoff’s sources are as of when the engine was heard', async () => {
  const { link, setLink } = await staged(<HandoffPane />)
  const incident = newId<IncidentId>()
  await act(() => link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' }))
  await waitFor(() => expect(words()).toMatch(/sources? polled just now/))
  setLink('lost')
  expect(words()).toMatch(/sources? not connected: as of \d\d:\d\d/)
  expect(words()).not.toContain('just now')
})
