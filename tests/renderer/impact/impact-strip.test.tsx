import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ImpactStrip } from '../../../src/renderer/features/incident-bar/impact-strip'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
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
  expect(strip()?.textContent).toMatch(/€1(1,99\d|2,0\d\d) so far/)
  expect(strip()?.textContent).not.toMatch(/users|reports|impact for/)
  expect(screen.getByTitle('€12,000/h lost (finance)')).toBeTruthy()
})

it('[IM8] has the support tickets after the SLA, with who stated them, when and from where', async () => {
  const { link, incident } = await show(<Strip />)
  const state = async (stated: object) => {
    const nothing = { currency: null, source: '', was: null, since: Date.now() }
    await act(async () => void (await link.call('incident:state-figure', { incident, ...nothing, ...stated } as never)))
    await settle()
  }
  await state({ figure: 'tickets', value: 212, source: 'the support desk' })
  expect(strip()?.textContent).toMatch(/^212 ticketsAda.* \d\d:\d\d/)
  expect(screen.getByTitle('212 tickets (the support desk)')).toBeTruthy()
  await state({ figure: 'sla', value: 'at-risk' })
  await state({ figure: 'revenue', value: 12_000, currency: 'EUR', since: Date.now() - HOUR })
  expect(strip()?.textContent).toMatch(/^€12,000\/h lost.*so far.*SLA at risk.*212 tickets/)
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

it('[IM8] counts customer reports, with the age of the last, also while no figure is known, and leads to them', async () => {
  const { link, incident, cockpit } = await show(<Strip />)
  const report = async (count: number, ago: number) => {
    const item = { kind: 'report', source: 'support', text: '', count, at: Date.now() - ago } as const
    await act(async () => void (await link.call('strategy:put', { incident, id: newId<StrategyId>(), item })))
    await settle()
  }
  await report(1, 0)
  expect(strip()?.textContent).toMatch(/^1 report\d s ago/)
  await report(37, 12.5 * MINUTE)
  expect(strip()?.textContent).toMatch(/^38 reports\d+ s ago/)
  act(() => link.push('clock', { now: Date.now() + 20.5 * MINUTE, rate: 1 }))
  expect(strip()?.textContent).toMatch(/^38 reports20 min ago/)
  const asked: unknown[] = []
  cockpit.focus.subscribe(({ requested }) => requested !== null && asked.push(requested))
  fireEvent.click(screen.getByRole('button', { name: /^38 reports/ }))
  expect(asked).toEqual(['reports'])
})

it('[IM5] counts how long customers felt it, once it is known since when, until it ended', async () => {
  const { link, incident } = await show(<Strip />)
  const began = Date.now() - 90.5 * MINUTE
  const time = (of: 'started' | 'ended', at: number) =>
    act(async () => {
      await link.call('incident:confirm-time', { incident, of, at, source: { kind: 'chart', name: 'Errors' } })
    })
  await act(async () => {
    const share = { figure: 'users-share', value: 30, currency: null, source: '', was: null } as const
    await link.call('incident:state-figure', { incident, ...share, since: began })
  })
  await settle()
  expect(strip()?.textContent).not.toContain('impact')
  await time('started', began)
  await settle()
  expect(strip()?.textContent).toMatch(/1:30:\d\d impact/)
  await time('ended', began + 40 * MINUTE)
  await settle()
  expect(strip()?.textContent).toContain('40:00 impact')
})
