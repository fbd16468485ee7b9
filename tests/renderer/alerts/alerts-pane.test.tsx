import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type CannedBoard, cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { settle } from '../../support/shown'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const linkTo = (given: CannedBoard = board) => createFakeLink({ now: () => now, board: given })

const rows = () => screen.getAllByRole('row').slice(1)
const titles = () => rows().map(row => row.querySelector('[title]')?.getAttribute('title'))
const row = (at: number): HTMLElement => rows()[at] as HTMLElement

async function declared(link: ReturnType<typeof linkTo>): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  return incident
}

describe('[AL1] order', () => {
  it('puts the loudest first and the newest of equals on top', async () => {
    await stage(<AlertsPane />, linkTo())
    expect(titles()).toEqual([
      'payments-db connection pool exhausted',
      'Payments: error rate above 5 % for 2 minutes',
      'Synthetic check "card payment, EU" failing',
      'Checkout p99 latency above 2 s',
      'KubePodCrashLooping payments-worker-7f9',
    ])
  })

  it('stands still under the pointer, and lets new ones in when asked', async () => {
    const link = linkTo()
    await stage(<AlertsPane />, link)
    fireEvent.pointerEnter(screen.getByRole('group', { name: 'Alerts, content' }))
    const [first, ...others] = board.alerts
    const fresh = { ...(first as AlertRow), id: 'pd/Q9', externalId: 'Q9', title: 'Newest', startedAt: now }
    link.push('alerts', cannedAlerts([...others, fresh]))
    const news = await screen.findByRole('button', { name: '1 new' })
    expect(titles()).toHaveLength(5)
    expect(titles()).not.toContain('Newest')
    expect(within(row(1)).getByText('resolved')).toBeTruthy()
    fireEvent.click(news)
    await waitFor(() => expect(titles()[0]).toBe('Newest'))
    expect(document.activeElement).toBe(row(0))
  })
})

describe('[AL9] rows that nobody works on any more', () => {
  afterEach(() => void vi.useRealTimers())

  it('show what is new after half a minute, also under a pointer or a focus that rests', async () => {
    const link = linkTo()
    await stage(<AlertsPane />, link)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const rest = (millis: number) => act(() => vi.advanceTimersByTime(millis))
    fireEvent.pointerEnter(screen.getByRole('group', { name: 'Alerts, content' }))
    row(1).focus()
    const [first, ...others] = board.alerts
    const fresh = { ...(first as AlertRow), id: 'pd/Q9', externalId: 'Q9', title: 'Newest', startedAt: now }
    act(() => link.push('alerts', cannedAlerts([...others, fresh])))
    rest(29_000)
    expect(titles()).not.toContain('Newest')
    fireEvent.keyDown(row(1), { key: 'ArrowDown' })
    rest(29_000)
    expect(titles()).not.toContain('Newest')
    rest(1_001)
    expect(titles()[0]).toBe('Newest')
  })
})

describe('[AL2] Enter on a row', () => {
  it('[DG3] takes it as an incident, with the severity that a digit chooses, by Enter', async () => {
    const link = linkTo()
    const cockpit = await stage(<AlertsPane />, link)
    fireEvent.keyDown(row(0), { key: 'Enter' })
    const radio = await screen.findByRole('radio', { name: /SEV-2/ })
    fireEvent.keyDown(radio, { key: '2' })
    await settle()
    expect(link.calls.filter(({ name }) => name === 'incident:take')).toEqual([])
    fireEvent.submit(radio.closest('form') as HTMLFormElement)
    await waitFor(() => expect(cockpit.incident.getState().record?.incident.severity).toBe('SEV-2'))
    expect(cockpit.incident.getState().record?.incident.pages[0]?.externalId).toBe('Q3')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('takes it once when Enter comes twice', async () => {
    const link = linkTo()
    const cockpit = await stage(<AlertsPane />, link)
    fireEvent.keyDown(row(0), { key: 'Enter' })
    const radio = await screen.findByRole('radio', { name: /SEV-2/ })
    fireEvent.keyDown(radio, { key: '2' })
    fireEvent.submit(radio.closest('form') as HTMLFormElement)
    fireEvent.submit(radio.closest('form') as HTMLFormElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(link.calls.filter(({ name }) => name === 'incident:take')).toHaveLength(1)
    expect(cockpit.faults.getState().alerts).toBeUndefined()
  })

  it('links it to the incident that runs, once', async () => {
    const link = linkTo()
    await declared(link)
    await stage(<AlertsPane />, link)
    fireEvent.click(await screen.findByRole('button', { name: /^link: payments-db/, hidden: true }))
    expect(await within(row(0)).findByText('linked')).toBeTruthy()
    fireEvent.keyDown(row(0), { key: 'Enter' })
    expect(link.calls.filter(({ name }) => name === 'incident:link-page')).toHaveLength(1)
  })

  it('says why the engine did not', async () => {
    const link = linkTo()
    await declared(link)
    await stage(<AlertsPane />, link)
    await screen.findByRole('button', { name: /^link: payments-db/, hidden: true })
    link.failNext('incident:link-page', { kind: 'not-found', message: 'The page is no longer open.' })
    fireEvent.keyDown(row(0), { key: 'Enter' })
    expect((await screen.findByRole('alert')).textContent).toContain('The page is no longer open.')
  })
})

describe('an empty list', () => {
  const silent = (rest: object) => ({ ...board, alerts: [], feeds: board.feeds.map(feed => ({ ...feed, ...rest })) })

  it('says that nothing is firing only when every source answers', async () => {
    await stage(<AlertsPane />, linkTo(silent({})))
    expect(screen.getByText('No open alerts.')).toBeTruthy()
  })
  it('names the source that does not', async () => {
    await stage(<AlertsPane />, linkTo(silent({ answer: 'failed', reason: '502 Bad Gateway', trueAt: now - MINUTE })))
    expect(screen.getByText('PagerDuty: 502 Bad Gateway')).toBeTruthy()
  })
  it('teaches how to connect one', async () => {
    await stage(<AlertsPane />, linkTo({ ...board, alerts: [], feeds: [] }))
    expect(screen.getByText(/Connect PagerDuty/)).toBeTruthy()
  })
})
