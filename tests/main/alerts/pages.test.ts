import { expect, it } from 'vitest'
import { hiding, person, prom, row, stormStage } from './stage'

it('[AL10] tells the open pages of groups, and leaves out what is hidden or has cleared', () => {
  const { storm, clock } = stormStage()
  const page = (id: string, service: string) => row(id, { origin: 'page', service, labels: {}, cause: service })
  const all = [
    page('a', 'api'),
    page('b', 'db'),
    page('c', 'db'),
    row('d', { service: 'db', cause: 'db' }),
    page('e', 'web'),
  ]
  storm.read(prom, [...all, page('f', 'db')], clock.now())
  storm.read(prom, all, clock.now())
  const groups = storm.shown().groups.filter(({ services }) => services.some(name => name === 'db' || name === 'web'))
  const ids = groups.map(({ id }) => id)
  const told = storm.pagerDutyIncidents([...ids, ...ids, 'service:unknown'])
  expect(told.pages.map(({ externalId }) => externalId).sort()).toEqual(['b', 'c', 'e'])
  expect(told.others).toBe(1)
  storm.hide(hiding('web'), person('Dana'), clock.now())
  expect(
    storm
      .pagerDutyIncidents(ids)
      .pages.map(({ externalId }) => externalId)
      .sort(),
  ).toEqual(['b', 'c'])
})
