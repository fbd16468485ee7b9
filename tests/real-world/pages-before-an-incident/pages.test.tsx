import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const pageAt = (no: number, change: Partial<AlertRow> = {}): AlertRow => ({
  ...(board.alerts[0] as AlertRow),
  ...{ id: `pd/P${no}`, externalId: `P${no}`, title: `Page ${no}`, startedAt: now - no, state: 'firing' },
  ...change,
})
const rows = () => screen.getAllByRole('row').slice(1)
const row = (at: number) => rows()[at] as HTMLElement

async function staged(alerts: readonly AlertRow[], declared: boolean) {
  const link = createFakeLink({ now: () => now, board: { ...board, alerts } })
  const incident = newId<IncidentId>()
  if (declared) await link.call('incident:declare', { incident, title: 'Shop fails', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<AlertsPane />, link)
  if (declared) await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const sent = (name: string) => link.calls.filter(call => call.name === name).map(({ input }) => input)
  return { link, cockpit, incident, sent }
}

describe('PagerDuty incidents before one is declared here', () => {
  it('are snoozed by z for as long as a digit says', async () => {
    const { sent } = await staged([pageAt(1)], false)
    fireEvent.keyDown(row(0), { key: 'z' })
    const span = await screen.findByRole('radio', { name: /\b4 h/ })
    fireEvent.keyDown(span, { key: '3' })
    await act(async () => fireEvent.submit(span.closest('form') as HTMLFormElement))
    const [asked] = sent('acts:ask') as { incident: IncidentId; what: { until: number } }[]
    expect(asked).toMatchObject({ incident: HOUSE_LOG, what: { kind: 'page-snooze', page: { id: 'P1' } } })
    // The screen's clock goes on while the test types.
    expect((asked?.what.until ?? 0) - now - 4 * HOUR).toBeGreaterThanOrEqual(0)
    expect((asked?.what.until ?? 0) - now - 4 * HOUR).toBeLessThan(5 * MINUTE)
  })

  it('are acknowledged together by k, without an incident', async () => {
    const { sent } = await staged([pageAt(1), pageAt(2)], false)
    fireEvent.keyDown(row(0), { key: 'a', ctrlKey: true })
    fireEvent.keyDown(row(0), { key: 'k' })
    await waitFor(() => expect(sent('acts:ask')).toHaveLength(2))
    expect(sent('acts:ask')).toMatchObject([{ incident: HOUSE_LOG }, { incident: HOUSE_LOG }])
  })

  it('show their number and until when they are quiet, and 4711 finds one', async () => {
    const { cockpit } = await staged(
      [
        pageAt(1, { incidentNumber: 4711, state: 'acknowledged', returnsAt: now + HOUR }),
        pageAt(2, { incidentNumber: 4712 }),
      ],
      false,
    )
    act(() => void cockpit.focus.request('alert-filter'))
    const field = screen.getByRole('textbox', { name: 'Filter alerts' })
    for (const typed of ['4711', '#4711']) {
      fireEvent.change(field, { target: { value: typed } })
      expect(rows()).toHaveLength(1)
      expect(within(row(0)).getByText('#4711')).toBeTruthy()
      expect(within(row(0)).getByText(/^until /)).toBeTruthy()
    }
  })
})

describe('PagerDuty incidents beside an incident', () => {
  it('by Enter on six selected ones all six are linked', async () => {
    const six = Array.from({ length: 6 }, (_, no) => pageAt(no + 1))
    const { sent, incident } = await staged(six, true)
    fireEvent.keyDown(row(0), { key: 'a', ctrlKey: true })
    expect(screen.getByRole('button', { name: /Link 6/ })).toBeTruthy()
    fireEvent.keyDown(row(0), { key: 'Enter' })
    await waitFor(() => expect(sent('incident:link-page')).toHaveLength(6))
    expect(sent('incident:link-page')).toEqual(six.map(({ id }) => ({ incident, alert: id })))
  })

  it('[AL13] that are new are offered to be linked and acknowledged, all of them by one press; others are not', async () => {
    const fresh = [pageAt(1), pageAt(2), pageAt(3, { startedAt: now - 10 * MINUTE })]
    const others = [
      pageAt(4, { startedAt: now - HOUR }),
      pageAt(5, { state: 'acknowledged' }),
      pageAt(6, { origin: 'alert' }),
      pageAt(7, { startedAt: null }),
    ]
    const { sent } = await staged([...fresh, ...others], true)
    fireEvent.click(screen.getByRole('button', { name: /Link and acknowledge all \(3\)/ }))
    await waitFor(() => expect(sent('acts:ask')).toHaveLength(3))
    expect(sent('incident:link-page').map(input => (input as { alert: string }).alert)).toEqual([
      'pd/P1',
      'pd/P2',
      'pd/P3',
    ])
    await waitFor(() => expect(screen.queryByRole('button', { name: /Link and acknowledge/ })).toBeNull())
  })

  it('are taken together where no incident runs: the first declares it, the others are linked', async () => {
    const { sent } = await staged([pageAt(1), pageAt(2)], false)
    fireEvent.keyDown(row(0), { key: 'a', ctrlKey: true })
    fireEvent.keyDown(row(0), { key: 'Enter' })
    const form = (await screen.findByText('1 more is linked.')).closest('form') as HTMLFormElement
    await act(async () => fireEvent.submit(form))
    await waitFor(() => expect(sent('incident:link-page')).toMatchObject([{ alert: 'pd/P2' }]))
    expect(sent('incident:take')).toMatchObject([{ alert: 'pd/P1' }])
  })
})
