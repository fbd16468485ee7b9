import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard, settle } from '../../support/shown'

const share = (at: number, current: boolean): FactNow => ({
  ...{ fact: 'users', baseline: null, times: 1.5, limit: null, panel: 'p', title: 'Users', unit: 'percent' },
  ...{ value: 41, at, current, usual: null, counted: 41, normalSince: null, state: 'unknown' },
})

/** The wall of an incident of which somebody stated the revenue three hours ago. */
async function wall() {
  const opened = Date.now()
  let now = opened - 3 * HOUR
  const link = createFakeLink({ now: () => now, board: emptyBoard })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-1', impact: 'No cards' })
  const revenue = { figure: 'revenue', value: 12_000, currency: 'EUR', source: '', since: now, was: null } as const
  await link.call('incident:state-figure', { incident, ...revenue })
  now = opened
  await stage(<Wallboard onLeave={() => undefined} />, link)
  await screen.findByText('open for')
  const facts = async (one: FactNow) => {
    await act(async () => link.push('facts', [one]))
    await settle()
  }
  return { link, incident, facts }
}

const figures = () =>
  screen
    .getAllByText(/^(?:.* of users|.* lost)(?: \(.*\))?$/)
    .map(({ textContent }) => textContent?.replace(/\s/g, ' '))

it('[IM8] the wall has the two figures that matter most, and how long ago one was stated', async () => {
  const { facts } = await wall()
  expect(figures()).toEqual(['€12,000/h lost (3 h ago)'])
  await facts(share(Date.now(), true))
  expect(figures()).toEqual(['41 % of users', '€12,000/h lost (3 h ago)'])
  await facts(share(Date.now() - 12 * MINUTE, false))
  expect(figures()).toEqual([expect.stringMatching(/^41 % of users \(1[12] min old\)$/), '€12,000/h lost (3 h ago)'])
})

it('[CW4] what a panel measured is not of now while the engine is not heard', async () => {
  const { link, facts } = await wall()
  await facts(share(Date.now(), true))
  act(() => link.setState('lost'))
  expect(figures()[0]).toMatch(/^41 % of users \(\d+ s old\)$/)
  act(() => link.setState('open'))
  await screen.findByText('Connected')
  await facts(share(Date.now(), true))
  expect(figures()[0]).toBe('41 % of users')
})

it('calls nothing calm by its colour that a panel shows as off', async () => {
  const { link, incident, facts } = await wall()
  await act(() => link.call('incident:change-status', { incident, to: 'monitoring', reason: '' }))
  const status = () => screen.getByText(/^monitoring$/i).dataset
  expect(status()).toMatchObject({ status: 'monitoring', off: 'false' })
  await facts({ ...share(Date.now(), true), state: 'off' })
  expect(status()).toMatchObject({ status: 'monitoring', off: 'true' })
})
