import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerDialog } from '../../../src/renderer/features/comms/audiences/ledger-dialog'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Ledger = openedBy('audiences', LedgerDialog)
const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }

async function opened(board = cannedBoard(Date.now())) {
  const link = createFakeLink({ now: Date.now, board })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(
    <>
      <CommsPane />
      <Ledger />
    </>,
    link,
  )
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => void cockpit.focus.request('audiences'))
  await screen.findByRole('dialog')
  const state = () => cockpit.incident.getState().record?.incident
  return { link, incident, cockpit, state }
}

const list = () => screen.getByRole('list', { name: 'Audiences of this incident' })
const row = (name: string) => within(list()).getByRole('button', { name: new RegExp(`^${name}`) })
const choose = (name: string) => act(() => row(name).focus())
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

async function tell(link: FakeLink, incident: IncidentId, audience: 'named:Leadership', next: number | null) {
  const update = newId<UpdateId>()
  const content: UpdateContent = {
    ...{ stage: 'progress', channel: room, title: 'What it costs', body: 'Half of it.', status: 'investigating' },
    ...{ components: {}, notify: false, nextUpdateAt: next },
  }
  await link.call('comms:draft', { incident, update, content, audience })
  await link.call('comms:publish', { incident, update })
  act(() => link.delivered(incident, update))
}

describe('[AU9] the list of audiences', () => {
  it('names all of them with how they stand, the most pressing one chosen, and rings for nobody', async () => {
    await opened()
    const names = within(list())
      .getAllByRole('button')
      .map(one => one.textContent)
    expect(names).toHaveLength(6)
    expect(names[1]).toMatch(/^Key accounts.*No update yet$/)
    expect(row('Legal and PR').getAttribute('aria-current')).toBe('true')
    expect(row('Leadership').textContent).toMatch(/No update yet, wanted by \d\d:\d\d UTC/)
    expect(screen.getByRole('region', { name: 'Legal and PR' }).textContent).toMatch(/at once, then when it changes/)
    expect(row('Legal and PR').textContent).toMatch(/No update yet, wanted .+ ago, at \d\d:\d\d UTC/)
    expect(row('Legal and PR').hasAttribute('data-late')).toBe(true)
    expect(row('Leadership').hasAttribute('data-late')).toBe(false)
  })

  it('shows what was sent: when, where, by whom, and what became of its promise', async () => {
    const { link, incident } = await opened()
    await act(() => tell(link, incident, 'named:Leadership', Date.now() + 20 * 60_000))
    await waitFor(() => expect(row('Leadership').textContent).toMatch(/Next in \d+ min/))
    choose('Leadership')
    const sent = screen.getByRole('list', { name: 'Updates to Leadership' }).textContent
    expect(sent).toMatch(/What it costs.*#lead.*next by \d\d:\d\d/)
  })
})

it('[AU8] the pane says calmly who waits, and leads to the list', async () => {
  const { cockpit } = await opened()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByText('No update yet: Legal and PR')).toBeDefined()
  act(() => cockpit.now.setState(({ now }) => ({ now: now + 10 * 60_000 })))
  fireEvent.click(screen.getByRole('button', { name: /^Audiences/ }))
  expect(await screen.findByRole('dialog')).toBeDefined()
})

describe('[AU6] putting off by keys', () => {
  it('s snoozes with a reason, w wakes; Esc goes back and sends nothing', async () => {
    const { state, link } = await opened()
    choose('Leadership')
    press('s')
    const reason = await screen.findByRole('textbox', { name: 'Reason' })
    fireEvent.keyDown(reason, { key: 'Escape' })
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull()
    expect(document.activeElement).toBe(row('Leadership'))
    press('s')
    fireEvent.change(await screen.findByRole('textbox', { name: 'Reason' }), { target: { value: 'the board meets' } })
    fireEvent.click(screen.getByRole('radio', { name: /In 1 h/ }))
    fireEvent.click(screen.getByRole('button', { name: /^Snooze/ }))
    await waitFor(() => expect(row('Leadership').textContent).toMatch(/Snoozed until \d\d:\d\d UTC: the board meets/))
    expect(state()?.putOffs['named:Leadership']).toMatchObject({ reason: 'the board meets' })
    await waitFor(() => expect(document.activeElement).toBe(row('Leadership')))
    press('w')
    await waitFor(() => expect(state()?.putOffs).toEqual({}))
    expect(link.calls.filter(({ name }) => name === 'comms:put-off')).toHaveLength(1)
  })

  it('nothing is sent without a reason', async () => {
    const { link } = await opened()
    choose('Legal and PR')
    press('n')
    fireEvent.click(await screen.findByRole('button', { name: /^Not needed/ }))
    expect(await screen.findByText(/Say why/)).toBeDefined()
    expect(link.calls.some(({ name }) => name === 'comms:put-off')).toBe(false)
  })
})

describe('[AU7] what was said by hand', () => {
  it('t notes it with how, what and the next time, and it stands in the list', async () => {
    const { state } = await opened()
    choose('Legal and PR')
    press('t')
    fireEvent.change(await screen.findByRole('textbox', { name: 'What was said' }), {
      target: { value: 'no data is lost' },
    })
    fireEvent.change(screen.getByRole('textbox', { name: 'Next by' }), { target: { value: 'soon' } })
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
    expect(await screen.findByText('A time such as 14:05.')).toBeDefined()
    fireEvent.change(screen.getByRole('textbox', { name: 'Next by' }), { target: { value: '' } })
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(() => expect(state()?.toldByHand).toMatchObject([{ how: 'call', what: 'no data is lost' }]))
    expect((await screen.findByRole('list', { name: 'Updates to Legal and PR' })).textContent).toMatch(
      /no data is lostBy phone/,
    )
  })
})

describe('[AU10] the next update for an audience', () => {
  it('u opens the composer with its channel and its template, and the list is gone', async () => {
    await opened()
    choose('Leadership')
    press('u')
    await screen.findByDisplayValue('Leadership')
    expect(screen.queryByRole('list', { name: 'Audiences of this incident' })).toBeNull()
    expect((screen.getByRole('combobox', { name: 'To' }) as HTMLInputElement).value).toMatch(/Slack/)
  })

  it('[CM20] a composer that was only opened for an audience leaves no draft', async () => {
    const { state } = await opened()
    choose('Leadership')
    press('u')
    const field = await screen.findByDisplayValue('Leadership')
    await screen.findByDisplayValue(/We are investigating|Payments/)
    fireEvent.keyDown(field, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(state()?.updates).toEqual([])
  })

  it('where colleagues have no channel it says so, and offers no key', async () => {
    const { link } = await opened()
    act(() => link.push('channels', []))
    choose('Support')
    expect(screen.getByText(/No channel that colleagues read is connected/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /Write update/ })).toBeNull()
  })
})
