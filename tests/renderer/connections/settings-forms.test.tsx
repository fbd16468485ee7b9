import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ConnectionsPage } from '../../../src/renderer/features/connections/connections-page'
import { DependenciesDialog } from '../../../src/renderer/features/connections/dependencies-dialog'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const opened = () => createFakeLink({ now: () => now, board: cannedBoard(now) })

it('shows which service needs which, names a bad line, and keeps what is right', async () => {
  const link = opened()
  await stage(<DependenciesDialog opened onClose={() => undefined} />, link)
  const field = screen.getByRole('textbox', { name: 'Service dependencies' })
  await waitFor(() => expect(field).toHaveProperty('value', 'checkout: payments-api, payments-db'))
  expect(document.activeElement).toBe(field)
  const submit = () => act(async () => fireEvent.submit(field.closest('form') as HTMLFormElement))
  const kept = () => link.calls.filter(({ name }) => name === 'alerts:depend')
  fireEvent.change(field, { target: { value: 'checkout: payments-api\nweb checkout' } })
  await submit()
  expect(screen.getByText('Line 2: Write a colon after “web checkout”, then what it depends on.')).toBeTruthy()
  expect(kept()).toEqual([])
  fireEvent.change(field, { target: { value: 'checkout: payments-api\nweb: checkout' } })
  await submit()
  const dependsOn = { checkout: ['payments-api'], web: ['checkout'] }
  expect(kept()).toEqual([{ name: 'alerts:depend', input: { dependsOn } }])
})

it('says what the account’s priorities mean, once a test has shown them', async () => {
  const link = opened()
  await stage(<ConnectionsPage onDone={() => undefined} />, link)
  fireEvent.click(await screen.findByRole('button', { name: /^PagerDuty/ }))
  expect(screen.getByText('Press Test to load the priorities of the account.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/^Token/), { target: { value: 'key' } })
  fireEvent.click(screen.getByRole('button', { name: 'Test' }))
  const row = await screen.findByRole('radiogroup', { name: 'P1' })
  fireEvent.click(row.querySelector('input[value="SEV-3"]') as HTMLInputElement)
  fireEvent.submit(screen.getByRole('button', { name: /^Save/ }).closest('form') as HTMLFormElement)
  await waitFor(() => expect(link.calls.some(({ name }) => name === 'connections:save')).toBe(true))
  expect(link.calls.findLast(({ name }) => name === 'connections:save')?.input).toMatchObject({
    connection: { vendor: 'pagerduty', severities: { P1: 'SEV-3' } },
  })
})
