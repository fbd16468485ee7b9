import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { TargetClock } from '../../../src/renderer/features/incident-bar/internal-clock'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

function Clock() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <TargetClock incident={incident} />
}

const clock = () => screen.queryByRole('button')
const later = async ({ link }: Shown, minutes: number) => {
  act(() => link.push('clock', { now: Date.now() + minutes * MINUTE, rate: 1 }))
  await settle()
}

// A SEV-2 wants the first response and a commander within half an hour.
it('[RT3] a target is on the bar from five minutes before, with its clock, and leads to the one who can reach it', async () => {
  const shown = await show(<Clock />)
  const asked: unknown[] = []
  shown.cockpit.focus.subscribe(({ requested }) => requested !== null && asked.push(requested))
  await later(shown, 24.5)
  expect(clock()).toBe(null)
  await later(shown, 25.5)
  expect([clock()?.textContent, clock()?.dataset.phase]).toEqual([
    expect.stringMatching(/^(First response|Name a commander)04:\d\d$/),
    'soon',
  ])
  await later(shown, 32.2)
  expect([clock()?.textContent, clock()?.dataset.phase]).toEqual([expect.stringMatching(/\+02:\d\d$/), 'due'])
  fireEvent.click(clock() as HTMLElement)
  expect(asked).toEqual(['assign'])
})

it('[RT3] each goes once it is reached, and none is asked for while a fix is watched', async () => {
  const shown = await show(<Clock />)
  const { link, incident } = shown
  await later(shown, 31)
  expect(clock()).not.toBe(null)
  await act(() => link.call('incident:change-status', { incident, to: 'monitoring', reason: '' }))
  await settle()
  expect(clock()).toBe(null)
  await act(() => link.call('incident:change-status', { incident, to: 'investigating', reason: '' }))
  await act(() => link.call('roles:assign', { incident, role: 'ic', name: 'Ada' }))
  await settle()
  await later(shown, 62)
  expect(clock()?.textContent ?? '').not.toContain('Name a commander')
})
