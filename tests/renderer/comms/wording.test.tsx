import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

async function composing() {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  await link.call('incident:declare', { incident: newId<IncidentId>(), title: 'Down', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  return link
}

const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const wording = () => screen.findByRole('region', { name: 'Check of the text' })
const type = (value: string) => fireEvent.change(body(), { target: { value } })

describe('[LN27] the wording of a text for customers', () => {
  it('says what to change, and a press selects it in the text', async () => {
    await composing()
    const written = 'Payments fail since the failover.'
    type(written)
    const found = await within(await wording()).findByRole('button', { name: /failover.* is our own language/ })
    fireEvent.click(found)
    expect(document.activeElement).toBe(body())
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('failover')
  })

  it('of a text that was changed since selects nothing, until it was judged again', async () => {
    await composing()
    type('Payments fail since the failover.')
    await within(await wording()).findByRole('button')
    type('Card payments fail since the failover.')
    expect((within(await wording()).getByRole('button') as HTMLButtonElement).disabled).toBe(true)
    await waitFor(async () =>
      expect((within(await wording()).getByRole('button') as HTMLButtonElement).disabled).toBe(false),
    )
  })

  it('says why it was not checked, and nothing of an empty text', async () => {
    const link = await composing()
    const again = 'Reload the page.'
    link.failNext('comms:lint', { kind: 'internal', message: again } as const)
    type('Payments fail.')
    await waitFor(async () => expect((await wording()).textContent).toContain(`Not checked: ${again}`))
    type('')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Check of the text' })).toBeNull())
  })
})
