import { describe, expect, it } from 'vitest'
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
