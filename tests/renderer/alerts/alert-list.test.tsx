import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const pattern = board.alerts[0] as AlertRow
/** Twenty pages, of which the first half is of one service. */
const pages = Array.from({ length: 20 }, (_, at): AlertRow => {
  const [externalId, service] = [`P${at}`, at < 10 ? 'shop' : 'search']
  return {
    ...pattern,
    id: `pd/${externalId}`,
    externalId,
    title: `Page ${at} of ${service}`,
    service,
    startedAt: now - at,
  }
})
const rows = () => screen.getAllByRole('row').slice(1)
const row = (at: number): HTMLElement => rows()[at] as HTMLElement
const count = () => screen.getByRole('table', { name: 'Alerts' }).getAttribute('aria-rowcount')

async function staged(alerts: readonly AlertRow[] = pages) {
  const link = createFakeLink({ now: () => now, board: { ...board, alerts } })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Shop fails', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<AlertsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  return { link, cockpit }
}

describe('[AL7] the filter', () => {
  it('comes with its key, finds as one types, and goes with Esc', async () => {
    const { cockpit } = await staged()
    act(() => void cockpit.focus.request('alert-filter'))
    const field = screen.getByRole('textbox', { name: 'Filter alerts' })
    expect(document.activeElement).toBe(field)
    fireEvent.change(field, { target: { value: 'search -19' } })
    expect(screen.getByText('9 of 20')).toBeTruthy()
    expect(count()).toBe('10')
    fireEvent.change(field, { target: { value: 'nothing like it' } })
    expect(screen.getByText('No alert matches.')).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(count()).toBe('21')
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(screen.queryByRole('textbox', { name: 'Filter alerts' })).toBeNull()
    expect(document.activeElement).toBe(row(0))
  })
})

describe('[AL8] many pages at once', () => {
  it('are asked about once more, acknowledged one act each, and told of one by one', async () => {
    const { link } = await staged()
    fireEvent.keyDown(row(0), { key: 'a', ctrlKey: true })
    expect(screen.getByText('20 selected')).toBeTruthy()
    link.failNext('acts:ask', { kind: 'refused', message: 'Not this one.' })
    fireEvent.keyDown(row(0), { key: 'k' })
    const dialog = await screen.findByRole('dialog', { name: 'Acknowledge PagerDuty incidents' })
    expect(link.calls.some(({ name }) => name === 'acts:ask')).toBe(false)
    fireEvent.submit(within(dialog).getByRole('button', { name: /Acknowledge 20 PagerDuty incidents/ }))
    expect(await within(dialog).findByText('not requested: Not this one.')).toBeTruthy()
    await waitFor(() => expect(within(dialog).getAllByText('sending')).toHaveLength(19))
    const asked = link.calls.filter(({ name }) => name === 'acts:ask').map(({ input }) => input)
    expect(asked).toHaveLength(20)
    expect(new Set(asked.map(input => (input as { readonly act: string }).act)).size).toBe(20)
  })

  it('are acknowledged at once where they are few', async () => {
    const { link } = await staged()
    fireEvent.keyDown(row(0), { key: ' ' })
    fireEvent.keyDown(row(0), { key: 'ArrowDown', shiftKey: true })
    expect(document.activeElement).toBe(row(1))
    expect(rows().filter(each => each.getAttribute('aria-selected') === 'true')).toHaveLength(2)
    fireEvent.keyDown(row(1), { key: 'k' })
    await waitFor(() => expect(link.calls.filter(({ name }) => name === 'acts:ask')).toHaveLength(2))
    fireEvent.keyDown(row(1), { key: 'Escape' })
    expect(screen.queryByText('2 selected')).toBeNull()
  })
})

describe('[AL9] rows that stand still', () => {
  it('while some are selected, until = lets in what came', async () => {
    const { link } = await staged()
    fireEvent.keyDown(row(0), { key: ' ' })
    const fresh = { ...pattern, id: 'pd/N', externalId: 'N', title: 'Newest', startedAt: now + 1 }
    act(() => {
      link.push('alerts', cannedAlerts([fresh, ...pages]))
    })
    expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy()
    expect(row(0).textContent).toContain('Page 0')
    fireEvent.keyDown(row(0), { key: '=' })
    expect(row(0).textContent).toContain('Newest')
  })
})

describe('[AG8] hidden alerts', () => {
  it('are left out of the list and shown where that is asked for, with who hid them', async () => {
    const { link, cockpit } = await staged()
    const match = { group: null, service: 'shop', title: null, labels: {} }
    const rule = { id: 'r1' as never, match, reason: 'Load test', setBy: 'Dana', setAt: now, until: null }
    const hiding = [{ rule: { ...rule, endedAt: null, endedBy: null }, groups: 1, alerts: 10 }]
    const first = pages.map((page, at) => ({ ...page, hiddenBy: at < 10 ? rule.id : undefined }))
    act(() => link.push('alerts', { ...cannedAlerts(pages), hiding, first }))
    expect(count()).toBe('11')
    act(() => void cockpit.focus.request('alert-filter'))
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter alerts' }), { target: { value: 'is:hidden' } })
    expect(count()).toBe('11')
    act(() => row(0).focus())
    expect(screen.getByText('Suppressed by Dana: Load test')).toBeTruthy()
  })

  it('x on a row writes a rule for what is like it', async () => {
    await staged()
    fireEvent.keyDown(row(0), { key: 'x' })
    const dialog = await screen.findByRole('dialog', { name: 'Suppress alerts like this' })
    expect((within(dialog).getByRole('textbox', { name: 'Value 1' }) as HTMLInputElement).value).toBe('shop')
  })
})
