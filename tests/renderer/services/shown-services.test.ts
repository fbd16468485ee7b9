import { describe, expect, it } from 'vitest'
import { usersOf, withWords } from '../../../src/renderer/features/services/shown-services'
import { objectiveText } from '../../../src/shared/contract/figures/objective-text'
import { type CatalogueService, servicesOfIncident } from '../../../src/shared/domain/service-catalogue'

const catalogue: readonly CatalogueService[] = [
  {
    ...{ id: 'payments-api', name: null, aliases: ['Payments'], owner: null, dependsOn: [], runbooks: [] },
    ...{ dashboards: [], panels: [], ladder: null, objective: null, components: [] },
  },
]

describe('[SY2] the services of an incident', () => {
  it('are each there once, by whatever name, and also those that the catalogue does not have', () => {
    const services = ['payments', 'Payments API', 'ghost', 'Ghost']
    const found = servicesOfIncident(catalogue, { services, pages: [] })
    expect(found.map(({ called, service }) => [called, service?.id])).toEqual([
      ['payments', 'payments-api'],
      ['ghost', undefined],
    ])
    expect(servicesOfIncident(catalogue, { services: null, pages: [] })).toEqual([])
  })

  it('promise what is written, and no more', () => {
    expect(objectiveText({ availability: 99.9, latency: 500 })).toBe('SLO: 99.9 % available, p95 below 500 ms')
  })
})

it('[SY4] the catalogue is filtered by all words, and names what needs a service in any spelling', () => {
  const [api] = catalogue
  if (api === undefined) throw new Error('There is no service')
  const shop = { ...api, id: 'shop', aliases: [], owner: 'Team Storefront', dependsOn: ['Payments API'] }
  const both = [api, shop]
  expect(withWords(both, 'store TEAM').map(({ id }) => id)).toEqual(['shop'])
  expect(withWords(both, 'payments team')).toEqual([])
  expect(usersOf(both, api)).toEqual(['shop'])
  expect(usersOf(both, shop)).toEqual([])
})
