import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerDialog } from '../../../src/renderer/features/comms/audiences/ledger-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Ledger = openedBy('audiences', LedgerDialog)

async function editing() {
  const shown = await show(<Ledger />)
  act(() => void shown.cockpit.focus.request('audiences'))
  await settle()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'e' })
  await screen.findByRole('list', { name: 'Audiences of new incidents' })
  await settle()
  const sent = () => shown.link.calls.filter(({ name }) => name === 'settings:change').map(({ input }) => input)
  return { ...shown, sent }
}

const row = (name: string) =>
  within(screen.getByRole('list', { name: 'Audiences of new incidents' })).getByRole('button', { name })
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('[AU12] the table of audiences in the app', () => {
  it('opens by e with the first row in focus, and Esc leads back to the list', async () => {
    await editing()
    expect(document.activeElement).toBe(row('Customers'))
    expect(screen.getByText(/Customers hear at the pace of the severity level/)).toBeDefined()
    fireEvent.keyDown(row('Customers'), { key: 'Escape' })
    expect(await screen.findByRole('list', { name: 'Audiences of this incident' })).toBeDefined()
  })

  it('saves a row with all the others as they are; a pace that is none is not sent', async () => {
    const { sent } = await editing()
    act(() => row('Leadership').focus())
    expect(field('How often at SEV-1').value).toBe('5, then 60')
    fireEvent.change(field('How often at SEV-1'), { target: { value: 'now and then' } })
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
    await settle()
    expect(sent()).toEqual([])
    expect(screen.getByText(/“at once, then when it changes”/)).toBeDefined()
    fireEvent.change(field('How often at SEV-1'), { target: { value: '10, then 45' } })
    fireEvent.change(field(/^Channels/), { target: { value: '#board, email' } })
    fireEvent.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(() => expect(sent()).toHaveLength(1))
    const [{ audiences }] = sent() as [{ audiences: { audiences: { id: string }[] } }]
    expect(audiences.audiences).toHaveLength(6)
    expect(audiences.audiences.find(({ id }) => id === 'leadership')).toMatchObject({
      channels: ['#board', 'email'],
      cadence: { 'SEV-1': { first: 10, next: 45 }, 'SEV-2': { first: 30, next: 60 } },
    })
  })

  it('adds an audience and removes one; customers stay', async () => {
    const { sent } = await editing()
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Add audience' }))
    await waitFor(() => expect(field('Name').value).toBe('New audience'))
    fireEvent.click(screen.getByRole('button', { name: 'Use the method’s table' }))
    await waitFor(() => expect(sent().at(-1)).toMatchObject({ audiences: null, was: {} }))
    act(() => row('Legal and PR').focus())
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(sent()).toHaveLength(3))
    const { audiences } = sent().at(-1) as { audiences: { audiences: { id: string }[] } }
    expect(audiences.audiences.map(({ id }) => id)).toEqual([
      ...['customers', 'key-accounts', 'support', 'leadership', 'engineering'],
    ])
  })
})
