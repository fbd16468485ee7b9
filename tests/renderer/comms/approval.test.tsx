import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import type { EngineLink } from '../../../src/shared/contract/link'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { ok } from '../../../src/shared/lib/reply'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** The last look at an update for customers, by an engine that wants approvals or does not. */
async function looking(needed: boolean) {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const settings = {
    me: null,
    cancelWindow: 5_000,
    cadence: defaultCadence,
    methodCadence: defaultCadence,
    approval: needed,
  }
  const call: EngineLink['call'] = (name, input) =>
    name === 'settings:read' ? (Promise.resolve(ok(settings)) as never) : link.call(name, input)
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, { ...link, call })
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  type('What customers see', 'One in four fails.')
  await screen.findByDisplayValue(/One in four fails/, { selector: 'textarea' } as never)
  press('Enter', true)
  await screen.findByRole('region', { name: 'Publish this?' })
  const sent = () => link.calls.flatMap(({ name }) => (/approv/.test(name) ? [name] : []))
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  return { link, incident, sent, updates, type }
}

const press = (key: string, ctrlKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })
const note = () => screen.findByRole('region', { name: 'Approval' })

describe('[AP1] [AP2] the approval of an update', () => {
  it('is asked for with a and given with y, beside the words, and published with Enter as before', async () => {
    const { sent, updates } = await looking(true)
    expect((await note()).textContent).toContain('Not requested yet.')
    expect((await note()).textContent).toContain('recorded, not verified')
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval at \d/))
    const decisions = () => screen.getByRole('list', { name: 'Updates that need your decision', hidden: true })
    expect(within(decisions()).getByRole('button', { name: /Approve/, hidden: true })).toBeTruthy()
    press('y')
    await waitFor(async () => expect((await note()).textContent).toMatch(/^Approved by .* as it reads now/))
    expect(within(await note()).queryByRole('button')).toBeNull()
    press('y')
    press('a')
    expect(sent()).toEqual(['comms:ask-approval', 'comms:approve'])
    fireEvent.click(screen.getByRole('button', { name: /^Publish to/ }))
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
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

  it('stands on the row of the draft, where one press gives it', async () => {
    const { sent, updates } = await looking(true)
    await note()
    press('a')
    await waitFor(async () => expect((await note()).textContent).toMatch(/requested approval/))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Approve' }))
    expect(await screen.findByText(/^Approved by/)).toBeTruthy()
    expect(sent()).toEqual(['comms:ask-approval', 'comms:approve'])
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
