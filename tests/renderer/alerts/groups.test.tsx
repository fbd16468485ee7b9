import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const pattern = board.alerts[0] as AlertRow

/** Forty alerts of ten services, the last of them critical. */
const storm = Array.from({ length: 40 }, (_, at): AlertRow => {
  const externalId = `S${at}`
  const urgency = at === 39 ? 'critical' : 'high'
  return { ...pattern, id: `pd/${externalId}`, externalId, title: externalId, service: `s${at % 10}`, urgency }
})
const linkTo = (alerts: readonly AlertRow[]) => createFakeLink({ now: () => now, board: { ...board, alerts } })
const rows = () => screen.getAllByRole('row').slice(1)
const row = (at: number): HTMLElement => rows()[at] as HTMLElement

describe('[AL5] a storm', () => {
  it('stands in groups, the loudest first, with counts and both instants', async () => {
    await stage(<AlertsPane />, linkTo(storm))
    expect(rows()).toHaveLength(10)
    expect(row(0).textContent).toContain('s9')
    expect(within(row(0)).getByText('4')).toBeTruthy()
    expect(within(row(0)).getByTitle(/^First .* last .* UTC$/)).toBeTruthy()
    expect(screen.getByText('40 open')).toBeTruthy()
  })

  it('is shown one by one where somebody wants that, and a few alerts in groups', async () => {
    await stage(<AlertsPane />, linkTo(storm))
    act(() => row(0).focus())
    fireEvent.keyDown(row(0), { key: 'g' })
    await waitFor(() => expect(document.activeElement).toBe(row(0)))
    expect(screen.getByRole('table', { name: 'Alerts' }).getAttribute('aria-rowcount')).toBe('41')
    fireEvent.click(screen.getByRole('button', { name: /^Group/ }))
    expect(rows()).toHaveLength(10)
  })

  it('says how many rows are not in the list', async () => {
    const link = linkTo(storm)
    await stage(<AlertsPane />, link)
    link.push('alerts', { ...cannedAlerts(storm), open: 5_000, moreGroups: 7 })
    const beyond = await screen.findByText(/^7 more groups, none more urgent than these/)
    expect(beyond.textContent).toBe('7 more groups, none more urgent than these. g lists every alert.')
    act(() => row(0).focus())
    fireEvent.keyDown(row(0), { key: 'g' })
    expect(screen.getByText('5,000 open, most urgent first, 4,960 loading')).toBeTruthy()
    expect(await screen.findByText('5,000 open')).toBeTruthy()
  })
})

describe('[AL6] keys on a group', () => {
  it('opens it with the reason and its alerts, takes one of them, and closes it', async () => {
    const link = linkTo(storm)
    await stage(<AlertsPane />, link)
    act(() => row(0).focus())
    fireEvent.keyDown(row(0), { key: 'ArrowRight' })
    expect(await screen.findByText('Same service: 4 alerts of s9.')).toBeTruthy()
    expect(rows()).toHaveLength(14)
    fireEvent.keyDown(row(1), { key: 'Enter' })
    expect(await screen.findByRole('dialog', { name: 'Declare incident from alert' })).toBeTruthy()
    fireEvent.keyDown(row(0), { key: 'ArrowLeft' })
    expect(rows()).toHaveLength(10)
  })

  it('hides it with a reason, for an hour unless told otherwise', async () => {
    const link = linkTo(storm)
    await stage(<AlertsPane />, link)
    fireEvent.keyDown(row(0), { key: 'x' })
    const reason = await screen.findByLabelText('Why suppress')
    fireEvent.change(reason, { target: { value: 'Canary' } })
    fireEvent.submit(reason)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const asked = link.calls.filter(({ name }) => name === 'alerts:hide').map(({ input }) => input)
    expect(asked).toMatchObject([{ match: { group: 'service:s9' }, reason: 'Canary' }])
    const until = (asked[0] as { readonly until: number }).until
    expect(Math.abs(until - now - 60 * MINUTE)).toBeLessThan(5 * MINUTE)
  })

  it('[AL10] selects groups like rows, and acknowledges the pages in them after a word', async () => {
    const link = linkTo(storm)
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Shop fails', severity: 'SEV-1', impact: '' })
    const cockpit = await stage(<AlertsPane />, link)
    await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
    act(() => row(0).focus())
    fireEvent.keyDown(row(0), { key: ' ' })
    fireEvent.keyDown(row(0), { key: 'ArrowDown', shiftKey: true })
    expect(screen.getByText('2 selected')).toBeTruthy()
    expect(rows().filter(each => each.getAttribute('aria-selected') === 'true')).toHaveLength(2)
    fireEvent.keyDown(row(1), { key: 'k' })
    const dialog = await screen.findByRole('dialog', { name: 'Acknowledge PagerDuty incidents' })
    const ids = cannedAlerts(storm).groups.map(({ id }) => id)
    expect(link.calls.find(({ name }) => name === 'alerts:pages')?.input).toEqual({ groups: ids.slice(0, 2) })
    expect(within(dialog).getByText('8 PagerDuty incidents, one request each: s9 4, s0 4.')).toBeTruthy()
    expect(link.calls.some(({ name }) => name === 'acts:ask')).toBe(false)
    fireEvent.keyDown(within(dialog).getByRole('list', { name: 'PagerDuty incidents' }), { key: 'Enter' })
    await waitFor(() => expect(link.calls.filter(({ name }) => name === 'acts:ask')).toHaveLength(8))
    fireEvent.keyDown(row(1), { key: 'Escape' })
    expect(screen.queryByText('2 selected')).toBeNull()
  })

  it('[AL10] asks also about the one group that has the keyboard', async () => {
    const link = linkTo(storm)
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Shop fails', severity: 'SEV-1', impact: '' })
    const cockpit = await stage(<AlertsPane />, link)
    await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
    fireEvent.keyDown(row(0), { key: 'k' })
    expect(await screen.findByText('4 PagerDuty incidents, one request each: s9 4.')).toBeTruthy()
  })

  it('[AG8] counts what is hidden, says by whom, and brings it back', async () => {
    const link = linkTo(storm)
    await stage(<AlertsPane />, link)
    const match = { group: 'service:s1', service: null, title: null, labels: {} }
    const id = 'r1' as never
    const rule = { id, match, reason: 'Canary', setBy: 'Dana', setAt: now, until: null, endedAt: null, endedBy: null }
    link.push('alerts', { ...cannedAlerts(storm), hiding: [{ rule, groups: 1, alerts: 4 }] })
    fireEvent.click(await screen.findByRole('button', { name: '4 suppressed by 1 rule' }))
    expect(await screen.findByText(/^Dana, 12:00:00 UTC, until ended/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'End rule: Canary' }))
    await waitFor(() => expect(link.calls.some(({ name }) => name === 'alerts:unhide')).toBe(true))
  })
})

describe('[AL11] the filter in a storm', () => {
  it('finds groups, and alerts one by one, by labels that the engine looks into', async () => {
    const labelled = storm.map((alert, at) => ({ ...alert, labels: { env: at % 10 === 3 ? 'Prod-EU' : 'test' } }))
    const link = linkTo(labelled)
    const cockpit = await stage(<AlertsPane />, link)
    act(() => void cockpit.focus.request('alert-filter'))
    const field = screen.getByRole('textbox', { name: 'Filter alerts' })
    fireEvent.change(field, { target: { value: 'env=prod' } })
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(row(0).textContent).toContain('s3')
    fireEvent.change(field, { target: { value: 'prod-' } })
    expect(await screen.findByText('1 of 10 groups')).toBeTruthy()
    act(() => {
      link.push('alerts', { ...cannedAlerts(labelled), first: labelled.slice(0, 5) })
    })
    fireEvent.keyDown(row(0), { key: 'g' })
    expect(await screen.findByText('4 of 40')).toBeTruthy()
    fireEvent.change(field, { target: { value: '-env=prod' } })
    expect(await screen.findByText('36 of 40')).toBeTruthy()
  })
})
