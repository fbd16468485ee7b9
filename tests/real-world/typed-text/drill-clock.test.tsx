import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { onEngineClock } from '../../../src/renderer/stores/session-store'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const Declare = openedBy('declare', DeclareDialog)

it('what was typed in a drill is said to be of the time that the drill had', async () => {
  const { cockpit, link } = await show(<Declare />)
  const now = Date.now()
  // Since then 18 minutes have passed in the drill, and 3.6 at the wall.
  act(() => link.push('clock', { now: Date.UTC(2026, 10, 29, 1, 7), rate: 5 }))
  const typed = JSON.stringify({ text: JSON.stringify({ title: 'Cards fail' }), at: now - 216 * SECOND })
  localStorage.setItem('quarterdeck.typed.none.declare', typed)
  act(() => void cockpit.focus.request('declare'))
  await settle()
  expect(await screen.findByText(/Not sent yet: you typed this at 00:4[89] UTC\./)).toBeTruthy()
})

it.each([
  [1, -3 * MINUTE, -3 * MINUTE],
  [5, -3 * MINUTE, -15 * MINUTE],
  [0.5, 2 * MINUTE, MINUTE],
])('a moment of this machine is on the clock of the engine: at rate %s', async (rate, wall, engine) => {
  const { cockpit } = await show(null)
  const reading = { now: 1_000_000_000, rate }
  cockpit.session.setState({ clock: { reading, monotonic: 0, wall: 5_000_000_000 } })
  expect(onEngineClock(cockpit.session, 5_000_000_000 + wall)).toBe(reading.now + engine)
  cockpit.session.setState({ clock: null })
  expect(onEngineClock(cockpit.session, 7)).toBe(7)
})
