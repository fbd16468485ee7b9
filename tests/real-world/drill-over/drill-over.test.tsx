import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { go } from '../../../src/renderer/app/use-keymap'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { NoIncident } from '../../../src/renderer/features/timeline/no-incident'
import { isPlayedOut, type Mode } from '../../../src/shared/contract/mode'
import { MINUTE } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const briefing = 'When the first page comes in, declare an incident.'
const drillOf = (age: number, length: number): Mode => ({
  ...{ kind: 'drill', name: 'payments-outage', title: 'Payments outage', speed: 4, briefing },
  ...{ startedAt: Date.now() - age, length },
})

async function staged(world: Mode) {
  const link = createFakeLink({ now: Date.now, board: { ...cannedBoard(Date.now()), alerts: [] }, world })
  const page = (
    <>
      <IncidentBar />
      <NoIncident />
    </>
  )
  return { link, cockpit: await stage(page, link) }
}

it('[DR10] a drill that runs welcomes whoever comes', async () => {
  await staged(drillOf(20 * MINUTE, 75 * MINUTE))
  expect(await screen.findByText(briefing)).toBeTruthy()
  expect(document.body.textContent).not.toContain('Played out')
})

it('[DR10] one that is played out says so, in place of its welcome too, and starts again with a press', async () => {
  const { link } = await staged(drillOf(80 * MINUTE, 75 * MINUTE))
  expect(await screen.findByText('The drill is over')).toBeTruthy()
  expect(screen.getByText('Played out: nothing more happens')).toBeTruthy()
  expect(document.body.textContent).not.toContain(briefing)
  fireEvent.click(screen.getByRole('button', { name: /Start it again/ }))
  await waitFor(() => expect(link.calls.at(-1)?.name).toBe('world:enter-drill'))
  expect(link.calls.at(-1)?.input).toEqual({ drill: 'payments-outage', speed: 4, anew: true })
})

it('[DR10] of what does not say how long it is, nothing is said', () => {
  const { length: _, ...before } = drillOf(80 * MINUTE, 1) as Extract<Mode, { kind: 'drill' }>
  expect(isPlayedOut(before, Date.now())).toBe(false)
  expect(isPlayedOut({ kind: 'real' }, Date.now())).toBe(false)
})

it('[KW7] a key with nothing to do is answered by a quiet note, which goes with the next key', async () => {
  const { cockpit } = await staged(drillOf(0, MINUTE))
  const windows = { open: () => false, isOwn: () => false, ask: () => undefined }
  const layouts = createLayouts({ stored: nothingStored, windows, notify: () => undefined })
  const press = (key: string, request: 'severity-offer' | 'me') =>
    act(() => go({ key, goes: { request } }, cockpit, layouts))
  press('D y', 'severity-offer')
  const note = await screen.findByText(/needs an open incident/)
  expect(note.closest('[role="status"]')).not.toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => expect(screen.queryByText(/needs an open incident/)).toBeNull())
  press('D y', 'severity-offer')
  expect(await screen.findByText(/needs an open incident/)).toBeTruthy()
  press('m', 'me')
  expect(await screen.findByText(/“m”/)).toBeTruthy()
  expect(screen.queryByText(/“D y”/)).toBeNull()
})
