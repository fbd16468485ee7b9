import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** The composer of an update for customers, with its words in it. */
async function writing() {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const open = () => act(() => cockpit.focus.request('comms'))
  open()
  await screen.findByDisplayValue(/We are investigating/)
  type('What customers see', 'One in four fails.')
  await waitFor(() => expect(field('What customers read').value).toContain('One in four fails.'))
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  return { link, incident, updates, open }
}

const field = (name: string | RegExp) => screen.getByRole('textbox', { name }) as HTMLInputElement
const type = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } })
const press = (key: string, shift = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey: true, shiftKey: shift })
const alsoToSlack = () => screen.getByRole('checkbox', { name: /Slack/ }) as HTMLInputElement

describe('[UP10] one message to several channels', () => {
  it('has the same words until it is reworded for one, and leaves for all with one Enter', async () => {
    const { updates } = await writing()
    fireEvent.click(alsoToSlack())
    expect(screen.getByText(/same text/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    type(/^Text for/, 'The pool is exhausted.')
    press('Enter')
    const look = await screen.findByRole('region', { name: 'Publish this?' })
    expect(look.textContent).toContain('One in four fails.')
    expect(look.textContent).toMatch(/Also to .*\(Slack channel\), for colleagues/)
    expect(look.textContent).toContain('The pool is exhausted.')
    const publish = screen.getByRole('button', { name: /^Publish to 2 channels/ })
    expect(document.activeElement).toBe(publish)
    fireEvent.click(publish)
    await waitFor(() => expect(updates().map(({ delivery }) => delivery.state)).toEqual(['publishing', 'publishing']))
    const [first, second] = updates()
    expect(second).toMatchObject({ message: first?.id, audience: 'colleagues', content: { notify: false } })
    expect([first, second].map(update => update?.content.body)).toEqual([
      expect.stringContaining('One in four fails.'),
      'The pool is exhausted.',
    ])
    const list = screen.getByRole('list', { name: 'Updates that need your decision' })
    expect(within(list).getByText(/1 of 2 channels · to/)).toBeTruthy()
    // The update is under way before the composer has gone, and Esc belongs to a dialog while there is one.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => {
      // What hears it is there a moment after what is seen.
      fireEvent.keyDown(document.body, { key: 'Escape' })
      expect(updates().map(({ delivery }) => delivery.state)).toEqual(['drafted', 'drafted'])
    })
  })

  it('comes back whole from a draft, and a channel that is left out is gone from it', async () => {
    const { updates, open } = await writing()
    fireEvent.click(alsoToSlack())
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    type(/^Text for/, 'For us only.')
    press('s')
    await waitFor(() => expect(updates()).toHaveLength(2))
    open()
    expect(await screen.findByDisplayValue('For us only.')).toBeTruthy()
    expect(alsoToSlack().checked).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: 'Use the same text' }))
    expect(screen.queryByDisplayValue('For us only.')).toBeNull()
    press('s')
    await waitFor(() => expect(updates()[1]?.content.body).toContain('One in four fails.'))
  })

  it('says of which channel a text is missing, and reviews nothing until it is there', async () => {
    const { updates } = await writing()
    fireEvent.click(alsoToSlack())
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    type(/^Text for/, ' ')
    press('Enter')
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/write the text for #/))
    expect(updates()).toEqual([])
    expect(screen.queryByRole('region', { name: 'Publish this?' })).toBeNull()
  })

  it('shows of each channel what became of it, and offers only the failed one again', async () => {
    const { link, incident, updates } = await writing()
    fireEvent.click(alsoToSlack())
    press('Enter')
    fireEvent.click(await screen.findByRole('button', { name: /^Publish to 2 channels/ }))
    await waitFor(() => expect(updates()[1]?.delivery.state).toBe('publishing'))
    const [first, second] = updates()
    if (first === undefined || second === undefined) throw new Error('Two were published')
    act(() => link.delivered(incident, first.id))
    await act(() => link.call('comms:cancel', { incident, update: second.id }))
    await waitFor(() => expect(screen.getByText('published')).toBeTruthy())
    expect(screen.getByText('draft')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Continue editing' }))
    await screen.findByRole('dialog')
    expect(screen.getByRole('combobox', { name: 'To' })).toHaveProperty('value', expect.stringContaining('Slack'))
  })
})
