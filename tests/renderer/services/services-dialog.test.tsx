import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ServicesDialog } from '../../../src/renderer/features/services/services-dialog'
import type { CatalogueService } from '../../../src/shared/domain/service-catalogue'
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

async function opened(catalogue: readonly CatalogueService[], services: readonly string[] = []) {
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
