import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import type { EngineLink } from '../../../src/shared/contract/link'
import { textOf } from '../../../src/shared/domain/approval'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { Update } from '../../../src/shared/domain/update'
import { ok } from '../../../src/shared/lib/reply'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** The last look at an update for customers, by an engine that wants approvals or does not. */
async function looking(needed: boolean, body = 'One in four fails.') {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const settings = {
    me: null,
    cancelWindow: 5_000,
    cadence: defaultCadence,
    methodCadence: defaultCadence,
    approvalFor: needed ? (['SEV-1'] as const) : [],
    holdingApproval: false,
  }
  const call: EngineLink['call'] = (name, input) =>
    name === 'settings:read' ? (Promise.resolve(ok(settings)) as never) : link.call(name, input)
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await link.call('roles:assign', { incident, role: 'ic', name: 'Grace Hopper' })
  const cockpit = await stage(<CommsPane />, { ...link, call })
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  type('What customers see', body)
  await screen.findByDisplayValue(new RegExp(body), { selector: 'textarea' } as never)
  press('Enter', true)
  await screen.findByRole('region', { name: 'Publish this?' })
  const sent = () => link.calls.flatMap(({ name }) => (/approv/.test(name) ? [name] : []))
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  return { link, incident, cockpit, sent, updates, type }
}

/** The commander, at another screen of the same engine. */
async function approveElsewhere(link: EngineLink, incident: IncidentId, updates: readonly Update[]): Promise<void> {
  await link.call('session:hello', { name: 'Grace Hopper', screen: 'other' })
  const [first] = updates
  if (first === undefined) throw new Error('There is a draft')
  const input = { incident, update: first.id, text: textOf(updates) }
  expect(await link.call('comms:approve', input)).toMatchObject({ ok: true })
}

const press = (key: string, ctrlKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })
const note = () => screen.findByRole('region', { name: 'Approval' })

describe('[AP1] [AP2] the approval of an update', () => {
  it('[AP4] is asked for with a, beside the words and whom it waits for; only who commands gives it', async () => {
    const { link, incident, sent, updates } = await looking(true)
    expect((await note()).textContent).toContain('Not requested yet.')
    expect((await note()).textContent).toContain('In a SEV-1 these approve: Grace Hopper')
    expect((await note()).textContent).toContain('recorded, not proven')
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval at \d/))
    const decisions = () => screen.getByRole('list', { name: 'Updates that need your decision', hidden: true })
    // The engine would refuse the approval of who does not command.
    expect(within(decisions()).getByRole('button', { name: /Read it/, hidden: true })).toBeTruthy()
    expect(within(decisions()).queryByRole('button', { name: /Read and approve/, hidden: true })).toBeNull()
    press('y')
    press('a')
    expect(sent()).toEqual(['comms:ask-approval'])
    await approveElsewhere(link, incident, updates())
    await waitFor(async () =>
      expect((await note()).textContent).toMatch(/^ ?Approved by Grace Hopper .* as it reads now/),
    )
    expect(within(await note()).queryByRole('button')).toBeNull()
  })

  it('[AP8] is asked for with the reason, where the check stops the text; nothing looks as if it could be published', async () => {
    const { link, type } = await looking(true, 'db-prod-03.internal fails.')
    const publish = () => screen.getByRole('button', { name: /^Publish to/ })
    const reason = await screen.findByRole('textbox', { name: /^Publish anyway, because/ })
    publish().focus()
    press('a')
    expect(document.activeElement).toBe(reason)
    type('Publish anyway, because', 'No time to reword')
    expect(publish().getAttribute('aria-disabled')).toBe('true')
    publish().focus()
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    expect(link.calls.find(({ name }) => name === 'comms:ask-approval')?.input).toMatchObject({
      because: 'No time to reword',
    })
    expect(publish().getAttribute('aria-disabled')).toBe('true')
  })

  it('[AP6] the note of a text that was sent back stands in its review once', async () => {
    const { link, incident, updates } = await looking(true)
    await note()
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    await link.call('session:hello', { name: 'Grace Hopper', screen: 'other' })
    const [first] = updates()
    if (first === undefined) throw new Error('There is a draft')
    const input = { incident, update: first.id, text: textOf(updates()), note: 'Say since when.' }
    await act(async () => void (await link.call('comms:send-back', input)))
    await waitFor(async () => expect((await note()).textContent).toContain('Say since when.'))
    expect(within(screen.getByRole('dialog', { name: /^Update for/ })).getAllByText(/Say since when\./)).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    expect(await screen.findByText(/Say since when\./, { selector: '[role=note] *' })).toBeTruthy()
  })

  it('[AP7] goes on alone once the name of the channel is typed, and by no other key', async () => {
    const { link, updates } = await looking(true)
    await note()
    const published = () => link.calls.filter(({ name }) => name === 'comms:publish').map(({ input }) => input)
    const field = screen.getByRole('textbox', { name: /Type .* to publish alone/ })
    const label = updates()[0]?.content.channel.label ?? ''
    expect(label).not.toBe('')
    fireEvent.change(field, { target: { value: label.slice(1) } })
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.click(screen.getByRole('button', { name: /^Publish alone/ }))
    // Letters that are keys elsewhere are letters of the name here.
    fireEvent.keyDown(field, { key: 'a' })
    expect(link.calls.some(({ name }) => name === 'comms:ask-approval')).toBe(false)
    expect(published()).toEqual([])
    fireEvent.change(field, { target: { value: label } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(published()).toMatchObject([{ alone: label }]))
  })

  it('is withdrawn by a change, and asked for anew', async () => {
    const { sent, type } = await looking(true)
    await note()
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    type('Title', 'Card payments fail')
    screen.getByRole('textbox', { name: 'Title' }).focus()
    press('Enter', true)
    await waitFor(async () => expect((await note()).textContent).toMatch(/Changed since/))
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    expect(sent()).toEqual(['comms:ask-approval', 'comms:ask-approval'])
  })

  it('[AP6] the row of the draft leads to its whole text', async () => {
    const { cockpit, updates } = await looking(true)
    await note()
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const asked = vi.spyOn(cockpit.focus, 'request')
    fireEvent.click(screen.getByRole('button', { name: /Read it/ }))
    expect(asked).toHaveBeenCalledWith('approve-update')
    expect(updates()[0]).toMatchObject({ delivery: { state: 'drafted' }, wording: { byHand: true } })
  })

  it('is not spoken of, and its keys do nothing, where none is needed', async () => {
    const { sent } = await looking(false)
    expect(screen.queryByRole('region', { name: 'Approval' })).toBeNull()
    press('a')
    press('y')
    expect(sent()).toEqual([])
  })
})
