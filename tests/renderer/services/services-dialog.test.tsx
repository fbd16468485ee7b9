import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ServicesDialog } from '../../../src/renderer/features/services/services-dialog'
import type { ListedServices } from '../../../src/shared/contract/services'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { CatalogueService } from '../../../src/shared/domain/service-catalogue'
import { MINUTE } from '../../../src/shared/lib/time'
import { answers } from '../../support/fake-answers'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const service = (id: string, more: Partial<CatalogueService> = {}): CatalogueService => ({
  ...{ id, name: null, aliases: [], owner: null, dependsOn: [], runbooks: [], dashboards: [], panels: [] },
  ...{ ladder: null, objective: null, components: [], ...more },
})

async function opened(
  catalogue: readonly CatalogueService[],
  services: readonly string[] = [],
  listed: readonly ListedServices[] = [],
) {
  vi.spyOn(answers, 'services:pagerduty').mockReturnValue(listed)
  vi.spyOn(answers, 'services:names').mockReturnValue({
    services: [],
    catalogue,
    path: '/data/services.yaml',
    problem: '',
  })
  const shown = await show(<ServicesDialog opened onClose={() => undefined} />)
  if (services.length > 0) await shown.cockpit.commands.send('incident', 'incident:state-services', { services })
  await settle()
  return within(screen.getByRole('dialog'))
}

describe('[SY4] the service catalogue', () => {
  it('shows the services of the incident first, names who has no owner and what it does not have', async () => {
    const dialog = await opened(
      [
        service('search'),
        service('payments-api', {
          ...{ owner: 'Team Payments', dependsOn: ['payments-db'], aliases: ['Payments'] },
          objective: { availability: 99.9 },
          runbooks: [
            { name: 'Roll back', url: 'https://wiki.example.com/rb' },
            { name: 'Not opened', url: 'javascript:alert(1)' },
          ],
        }),
        service('payments-db'),
      ],
      ['payments', 'ghost'],
    )
    const own = within(dialog.getByRole('region', { name: 'Of this incident' }))
    expect(own.getByText('Owner: Team Payments')).toBeTruthy()
    expect(own.getByText('SLO: 99.9 % available')).toBeTruthy()
    expect(own.getByText('not in the catalogue')).toBeTruthy()
    expect(own.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Roll back'])
    const all = within(dialog.getByRole('region', { name: 'All services' }))
    expect(all.getAllByText('no owner')).toHaveLength(2)
    expect(all.getByText('Needed by: payments-api')).toBeTruthy()
  })

  it('is filtered by name, owner or alias; of thousands the first are drawn', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => service(`service-${at}`, { owner: `team-${at % 7}` }))
    const dialog = await opened([...many, service('支付', { aliases: ['payments'] })])
    expect(dialog.getAllByRole('article')).toHaveLength(50)
    expect(dialog.getByText('1,951 more: type to find them')).toBeTruthy()
    fireEvent.change(dialog.getByRole('textbox', { name: 'Filter' }), { target: { value: 'payments' } })
    expect(dialog.getAllByRole('article').map(({ textContent }) => textContent)).toEqual(['支付 no owner'])
    fireEvent.change(dialog.getByRole('textbox', { name: 'Filter' }), { target: { value: 'zebra' } })
    expect(dialog.getByText('No service has these words.')).toBeTruthy()
  })

  it('says how it is filled while it is empty', async () => {
    const dialog = await opened([])
    expect(dialog.getByText(/Describe them in \/data\/services\.yaml/)).toBeTruthy()
  })
})

describe('[SY8] what PagerDuty lists', () => {
  const list = (more: Partial<ListedServices> = {}): ListedServices => ({
    ...{ connection: 'pd' as ConnectionId, name: 'PagerDuty EU', readAt: Date.now() - 3 * MINUTE, problem: '' },
    services: [
      {
        ...{ id: 'PSVC01', name: 'Kartenzahlung', description: 'Takes cards', teams: ['Payments'], policy: 'Payments' },
        url: 'https://acme.pagerduty.com/service-directory/PSVC01',
        steps: [
          { who: ['Ada Park'], minutes: 5 },
          { who: ['Bo Lin', 'rota'], minutes: 30 },
        ],
      },
      { id: 'PSVC02', name: 'search', description: '', teams: [], policy: '', steps: [], url: 'javascript:alert(1)' },
    ],
    ...more,
  })
  const cards = (dialog: Awaited<ReturnType<typeof opened>>) =>
    dialog.getAllByRole('article').map(one => [...one.querySelectorAll('h4, p')].map(({ textContent }) => textContent))

  it('stands at the service of the files with its age, and what no file has as an entry of its own', async () => {
    const dialog = await opened([service('payments-api', { aliases: ['PSVC01'], ladder: 'Ada' })], [], [list()])
    expect(cards(dialog)).toEqual([
      [
        ...['payments-api ', 'Escalation: Ada', 'PagerDuty calls it: Kartenzahlung', 'Takes cards'],
        ...['PagerDuty team: Payments', 'PagerDuty escalation: Payments (Ada Park, Bo Lin / rota 5 min later)'],
        expect.stringMatching(/^PagerDuty, polled 3 min ago Open in PagerDuty$/),
      ],
      ['search no owner', expect.stringMatching(/^PagerDuty, polled 3 min ago Open in PagerDuty$/)],
    ])
    expect(dialog.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
      'https://acme.pagerduty.com/service-directory/PSVC01',
    ])
    fireEvent.change(dialog.getByRole('textbox', { name: 'Filter' }), { target: { value: 'kartenzahlung' } })
    expect(dialog.getAllByRole('article')).toHaveLength(1)
  })

  it('is never of now where PagerDuty cannot be reached', async () => {
    const dialog = await opened([], [], [list({ problem: 'HTTP 503', readAt: Date.now() - 40 * MINUTE })])
    expect(dialog.getByRole('status').textContent).toBe('PagerDuty EU does not answer in full now: HTTP 503')
    expect(dialog.getAllByText(/polled 40 min ago; it does not answer in full now/)).toHaveLength(2)
  })

  it('is unknown where it was never read', async () => {
    const never = list({ services: [], readAt: null, problem: 'token refused' })
    const dialog = await opened([service('search')], [], [never])
    expect(dialog.getByRole('status').textContent).toBe(
      'PagerDuty EU does not answer, so its services are unknown: token refused',
    )
    expect(cards(dialog)).toEqual([['search no owner']])
  })
})
