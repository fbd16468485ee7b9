import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ServiceOfAlert } from '../../../src/renderer/features/alerts/service-of-alert'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { CatalogueService } from '../../../src/shared/domain/service-catalogue'
import { ok } from '../../../src/shared/lib/reply'
import { MINUTE } from '../../../src/shared/lib/time'
import { answers } from '../../support/fake-answers'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const service = (change: Partial<CatalogueService> = {}): CatalogueService => ({
  ...{
    id: 'payments-api',
    name: null,
    aliases: ['Payments'],
    owner: 'Team Ledger',
    dependsOn: [],
    dashboards: [],
    panels: [],
  },
  ...{ runbooks: [{ name: 'Pool is full', url: 'https://wiki.example.com/pool' }], objective: null, components: [] },
  ladder: 'primary, then DBA',
  ...change,
})

async function told(called: string | null, catalogue: readonly CatalogueService[]) {
  await show(<ServiceOfAlert called={called} />, link => {
    const { call } = link
    const names = ok({ services: [], catalogue, path: '', problem: '' })
    Object.assign(link, {
      call: (name: string, ...rest: []) =>
        name === 'services:names' ? Promise.resolve(names) : Reflect.apply(call, link, [name, ...rest]),
    })
  })
  await settle()
  return screen.queryByRole('region', { name: 'Service' })
}

describe('[SY5] beside an alert', () => {
  it('stand the owner, the escalation and the runbooks of its service, by any of its names', async () => {
    const part = await told('PAYMENTS', [service()])
    expect(part?.textContent).toBe(
      'Servicepayments-api Owner: Team LedgerEscalation: primary, then DBARunbooksPool is full',
    )
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://wiki.example.com/pool')
  })

  it('stand its public name, its SLO and its dashboards too', async () => {
    const dashboards = [{ name: 'Payments', url: 'https://grafana.example.com/d/p' }]
    const objective = { availability: 99.9, errors: 0.5, latency: 500 }
    const part = await told('payments-api', [service({ name: 'Card payments', objective, dashboards, runbooks: [] })])
    expect([...(part?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent)).toEqual([
      ...[
        'payments-api ',
        'Owner: Team Ledger',
        'Escalation: primary, then DBA',
        'Customers know it as: Card payments',
      ],
      'SLO: 99.9 % available, errors below 0.5 %, p95 below 500 ms',
    ])
    expect(
      within(screen.getByRole('list', { name: 'Dashboards' }))
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('https://grafana.example.com/d/p')
    expect(screen.queryByRole('list', { name: 'Runbooks' })).toBeNull()
  })

  it.each<readonly [string, string, Partial<CatalogueService>, string]>([
    ['nobody owns it', 'payments-api', { owner: null, ladder: null, runbooks: [] }, 'Servicepayments-api no owner'],
    ['the catalogue does not have it', 'search\u202e', {}, 'Servicesearch\u202e not in the catalogue'],
  ])('is named where %s', async (_, called, change, words) => {
    expect((await told(called, [service(change)]))?.textContent).toBe(words)
  })

  it.each([
    ['an alert without a service', null, [service()]],
    ['a team without a catalogue', 'payments-api', []],
  ] as const)('is nothing of %s', async (_, called, catalogue) => {
    expect(await told(called, catalogue)).toBeNull()
  })

  it('[SY8] stands what PagerDuty says of it, also where no file has it', async () => {
    const name = 'Search & Co'
    vi.spyOn(answers, 'services:pagerduty').mockReturnValue([
      {
        ...{ connection: 'pd' as ConnectionId, name: 'PagerDuty', readAt: Date.now() - 2 * MINUTE, problem: '' },
        services: [{ id: 'P2', name, description: '', teams: ['Search'], url: null, policy: 'Search', steps: [] }],
      },
    ])
    const part = await told('search & co', [])
    expect(part?.textContent).toMatch(
      /^ServiceSearch & Co PagerDuty team: SearchPagerDuty escalation: SearchPagerDuty, polled 2 min ago/,
    )
  })
})
