import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { settle } from '../../support/shown'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const byEngine = { kind: 'engine' } as const
const page = { connection: 'pd' as ConnectionId, page: { id: 'Q3', name: 'payments-db connection pool exhausted' } }
const acknowledge: VendorRequest = { kind: 'page-acknowledge', ...page }
const row = (at: number) => screen.getAllByRole('row').slice(1)[at] as HTMLElement
const press = (key: string, at = 0) => fireEvent.keyDown(row(at), { key })
const asked = (link: FakeLink) => link.calls.filter(({ name }) => name === 'acts:ask').map(({ input }) => input)

async function running() {
  const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<AlertsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const turn = (draft: Parameters<typeof link.log.append>[1][number]) =>
    act(() => {
      const { after, events } = link.log.append(incident, [draft], now)
      link.push('log', { incident, after, events })
    })
  return { link, incident, turn }
}

describe('[AL4] keys on the row of a page', () => {
  it('k acknowledges it, once however often it is pressed, and the row says where that stands', async () => {
    const { link } = await running()
    press('k')
    press('k')
    expect(await within(row(0)).findByText('acknowledge: sending')).toBeTruthy()
    press('k')
    expect(asked(link)).toMatchObject([{ what: acknowledge }])
  })

  it('r asks for the resolution in one line', async () => {
    const { link } = await running()
    press('r')
    const field = await screen.findByRole('textbox', { name: 'Resolution' })
    fireEvent.change(field, { target: { value: 'Rolled back release 42' } })
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked(link)).toMatchObject([{ what: { kind: 'page-resolve', resolution: 'Rolled back release 42' } }])
  })

  it('[DG3] e escalates to the level that a digit chooses, by Enter, once', async () => {
    const { link } = await running()
    press('e')
    const level = await screen.findByRole('radio', { name: /3/ })
    fireEvent.keyDown(level, { key: '3' })
    await settle()
    expect(asked(link)).toEqual([])
    fireEvent.submit(level.closest('form') as HTMLFormElement)
    fireEvent.submit(level.closest('form') as HTMLFormElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const acts = asked(link) as { act: OutboxItemId; what: VendorRequest }[]
    expect(acts[0]?.what).toMatchObject({ kind: 'page-escalate', level: 3 })
    expect(new Set(acts.map(({ act }) => act)).size).toBe(1)
  })

  it('. writes a note, never an empty one', async () => {
    const { link } = await running()
    press('.')
    const field = await screen.findByRole('textbox', { name: 'Note' })
    await act(async () => fireEvent.submit(field.closest('form') as HTMLFormElement))
    expect(asked(link)).toEqual([])
    fireEvent.change(field, { target: { value: 'Looking' } })
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked(link)).toMatchObject([{ what: { kind: 'page-note', text: 'Looking' } }]))
  })

  it('> hands it to whom two letters and Enter name, once', async () => {
    const { link } = await running()
    press('>')
    const field = await screen.findByRole('combobox', { name: 'Assignee' })
    fireEvent.change(field, { target: { value: 'me' } })
    await screen.findByRole('option', { name: /Melissa Ray/ })
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Mei Tanaka on call, level 2 of Payments',
      'Jonas Lind on call, level 1 of Payments',
      'Payments escalation policy',
      'Melissa Ray melissa@example.com',
    ])
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'Enter']) fireEvent.keyDown(field, { key })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const to = { id: 'U3', name: 'Melissa Ray', type: 'user' }
    expect(asked(link)).toMatchObject([{ what: { kind: 'page-reassign', page: { id: 'Q3' }, to } }])
    expect(asked(link)).toHaveLength(1)
  })

  it('+ calls any number of people, the last of whom Backspace takes back', async () => {
    const { link } = await running()
    press('+')
    const field = await screen.findByRole('combobox', { name: /^Responders/ })
    await screen.findByRole('option', { name: /Jonas/ })
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.change(field, { target: { value: 'mei' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(screen.getByRole('button', { name: 'Add Jonas Lind, Mei Tanaka' })).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Backspace' })
    expect(screen.getByRole('button', { name: 'Add Jonas Lind' })).toBeTruthy()
    expect(fireEvent.keyDown(field, { key: 'Enter' }), 'Enter is the form’s now').toBe(true)
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked(link)).toHaveLength(1))
    const what = { kind: 'page-add-responders', users: [{ id: 'U1', name: 'Jonas Lind' }] }
    expect(asked(link)).toMatchObject([{ what: { ...what, message: 'SEV-1: Payments fail. Please join.' } }])
  })

  it('tells in the vendor’s words whom it could not find, and still offers who is on call', async () => {
    const { link } = await running()
    press('>')
    const field = await screen.findByRole('combobox', { name: 'Assignee' })
    link.failNext('people:find', { kind: 'token-refused', status: 403, message: '403: users.read is missing' })
    fireEvent.change(field, { target: { value: 'jo' } })
    expect((await screen.findByRole('alert')).textContent).toContain('users.read is missing')
    expect(screen.getByRole('option', { name: /Jonas/ })).toBeTruthy()
  })

  it('; sends a status update, never an empty one', async () => {
    const { link } = await running()
    press(';')
    const field = await screen.findByRole('textbox', { name: 'Status update' })
    await act(async () => fireEvent.submit(field.closest('form') as HTMLFormElement))
    expect(asked(link)).toEqual([])
    fireEvent.change(field, { target: { value: 'Half way' } })
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() =>
      expect(asked(link)).toMatchObject([{ what: { kind: 'page-status-update', message: 'Half way' } }]),
    )
  })

  it('says so where nobody is paged, and leaves the keys of the cockpit alone', async () => {
    const { link } = await running()
    expect(press('k', 4)).toBe(false)
    expect((await screen.findByRole('alert')).textContent).toContain('is not a PagerDuty incident')
    expect(press('s')).toBe(true)
    expect(asked(link)).toEqual([])
  })

  it('[HL1] work without an incident too, and the row says where that stands', async () => {
    const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
    await stage(<AlertsPane />, link)
    press('k')
    expect(await within(row(0)).findByText('acknowledge: sending')).toBeTruthy()
    expect(asked(link)).toMatchObject([{ incident: HOUSE_LOG, what: acknowledge }])
  })
})

describe('[AL3] what became of it, in the row', () => {
  it('[OB20] tells why it failed, and w tries the same again', async () => {
    const { link, incident, turn } = await running()
    const id = newId<OutboxItemId>()
    turn(kinds['act-failed'].draft({ act: id, what: acknowledge, reason: '403: no scope' }, now, byEngine))
    expect(within(row(0)).getByText('403: no scope')).toBeTruthy()
    press('w')
    await within(row(0)).findByText('acknowledge: sending')
    expect(link.calls.at(-1)).toEqual({ name: 'acts:settle', input: { incident, act: id, word: 'send-again' } })
  })

  it('shows both facts of an unknown one, and takes the word by key, also when newer acts are done', async () => {
    const { link, incident, turn } = await running()
    const id = newId<OutboxItemId>()
    const note: VendorRequest = { kind: 'page-note', ...page, text: 'x' }
    turn(kinds['act-unknown'].draft({ act: id, what: acknowledge, reason: 'timed out' }, now, byEngine))
    turn(kinds['act-done'].draft({ act: newId<OutboxItemId>(), what: note, externalId: 'n', url: null }, now, byEngine))
    expect(within(row(0)).getByText('timed out')).toBeTruthy()
    act(() => row(0).focus())
    expect(screen.getByText(/PagerDuty shows the incident firing \(polled .* ago\)/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send again' })).toBeTruthy()
    press('d')
    await within(row(0)).findByText(/note: done|acknowledge: done/)
    expect(link.calls.at(-1)).toEqual({ name: 'acts:settle', input: { incident, act: id, word: 'it-is-done' } })
  })
})

it('gives the first row the focus that the empty list held when the rows come', async () => {
  const board = cannedBoard(now)
  const link = createFakeLink({ now: () => now, board: { ...board, alerts: [] } })
  await stage(<AlertsPane />, link)
  screen.getByRole('region', { name: 'Alerts' }).focus()
  act(() => link.push('alerts', cannedAlerts(board.alerts)))
  expect(document.activeElement).toBe(row(0))
})
