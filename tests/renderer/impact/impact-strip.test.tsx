import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ImpactStrip } from '../../../src/renderer/features/incident-bar/impact-strip'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { HOUR } from '../../../src/shared/lib/time'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

function Strip() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <ImpactStrip opened={false} onClose={() => undefined} incident={incident} />
}

const strip = () => screen.queryByRole('region', { name: 'Impact figures' })
const fact = (at: number, current: boolean): FactNow => ({
  ...{
    fact: 'users',
    baseline: null,
    times: 1.5,
    limit: null,
    panel: 'p',
    title: 'Users with errors',
    unit: 'percent',
  },
  ...{ value: 41, at, current, usual: null, counted: 41, normalSince: null, state: 'unknown' },
})

it('[IM8] takes no room while nothing is known, then has each figure with who stated it and when', async () => {
  const { link, incident } = await show(<Strip />)
  expect(strip()).toBe(null)
  const since = Date.now() - HOUR
  const revenue = { figure: 'revenue', value: 12_000, currency: 'EUR', source: 'finance', was: null } as const
  await act(async () => void (await link.call('incident:state-figure', { incident, ...revenue, since })))
  await settle()
  expect(strip()?.textContent).toMatch(/€12,000\/h lost.*\d\d:\d\d/)
  expect(strip()?.textContent).toContain('€12,000 so far')
  expect(strip()?.textContent).not.toMatch(/users|reports|impact for/)
  expect(screen.getByTitle('€12,000/h lost (finance)')).toBeTruthy()
})

it('[IM6] a panel’s value stands first with its age, old ones say so, and what was stated stands after it', async () => {
  const { link, incident } = await show(<Strip />)
  await act(async () => link.push('facts', [fact(Date.now() - 5_000, true)]))
  await settle()
  expect(strip()?.textContent).toMatch(/^41\s%\sof users[4-9] s ago/)
  const share = { figure: 'users-share', value: 30, currency: null, source: '', was: null } as const
  await act(async () => void (await link.call('incident:state-figure', { incident, ...share, since: Date.now() })))
  await act(async () => link.push('facts', [fact(Date.now() - 12 * 60_000, false)]))
  await settle()
  expect(strip()?.textContent).toMatch(/^41\s% of users1[12] min old30 % Ada.* \d\d:\d\d/)
})
