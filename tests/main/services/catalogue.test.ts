import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openServices } from '../../../src/main/engine/services/services'
import {
  ownerOfService,
  type PagerDutyService,
  serviceCalled,
  withPagerDuty,
} from '../../../src/shared/domain/service-catalogue'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { pick, seeded } from '../../support/seeded'

function opened() {
  const folder = scratchFolder()
  const own = join(folder, 'services.yaml')
  const backstage = join(folder, 'catalog-info.yaml')
  const services = openServices(own, keptLogger())
  return { own, backstage, names: () => services.names(), write: writeFileSync }
}

const whole = `services:
  - id: payments-api
    name: Card payments
    aliases: [Zahlungen, 支付]
    owner: Team Payments
    ladder: on-call, Ada
    dependsOn: [payments-db]
    objective: { availability: 99.9, latency: 500 }
    runbooks: [{ name: Roll back, url: https://wiki.example.com/rb }]
    panels: [Error rate, ' p95 latency ', 待ち行列]
    components: [Payments]
  - id: payments-db
    dashboards: [{ name: Replicas, url: https://grafana.example.com/d/2 }]
`

const entities = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments-api
  title: Payments API
  annotations:
    pagerduty.com/service-id: PSVC01
    github.com/project-slug: shop/payments
  links:
    - { url: https://wiki.example.com/other, title: Runbook of payments }
    - { url: https://grafana.example.com/d/1, title: Golden signals, type: dashboard }
spec: { type: service, lifecycle: production, owner: group:default/payments, dependsOn: [resource:default/ledger] }
---
kind: API
metadata: { name: payments-api }
spec: { owner: somebody-else }
---
---
kind: Resource
metadata: { name: ledger, unknownField: [1, 2] }
---
kind: User
metadata: { name: ada }
`

describe('services.yaml', () => {
  it('[SY1] has all of a service; one without a public name is none for customers', () => {
    const { own, names, write } = opened()
    write(own, whole)
    const { catalogue, services, problem } = names()
    expect(problem).toBe('')
    expect(catalogue[0]).toMatchObject({
      ...{ owner: 'Team Payments', ladder: 'on-call, Ada', dependsOn: ['payments-db'] },
      objective: { availability: 99.9, latency: 500 },
      runbooks: [{ name: 'Roll back', url: 'https://wiki.example.com/rb' }],
      dashboards: [],
      panels: ['Error rate', 'p95 latency', '待ち行列'],
    })
    expect(catalogue[1]).toMatchObject({
      ...{ id: 'payments-db', name: null, owner: null, runbooks: [], panels: [] },
      dashboards: [{ name: 'Replicas', url: 'https://grafana.example.com/d/2' }],
    })
    expect(services).toEqual([{ id: 'payments-api', name: 'Card payments', components: ['Payments'] }])
  })

  it('[SY2] is found by id before alias, in any spelling and script', () => {
    const { own, names, write } = opened()
    write(own, `${whole}  - { id: other, aliases: [payments-api, Shop] }\n`)
    const { catalogue } = names()
    expect(serviceCalled(catalogue, 'Payments API')?.id).toBe('payments-api')
    expect(serviceCalled(catalogue, '支付')?.id).toBe('payments-api')
    expect(serviceCalled(catalogue, 'SHOP')?.id).toBe('other')
    expect(serviceCalled(catalogue, '')).toBeUndefined()
  })

  it.each([
    ['an owner that is a list', '  - { id: a, owner: [b] }', 'line 2, column 21: services[0].owner:'],
    ['a share above all', '  - { id: a, objective: { availability: 101 } }', 'services[0].objective.availability:'],
    ['a panel without a title', '  - { id: a, panels: [""] }', 'services[0].panels[0]:'],
    ['panels that are no list', '  - { id: a, panels: Errors }', 'services[0].panels:'],
    ['an unknown field', '  - { id: a, team: b }', 'services[0].team:'],
  ])('[SY1] names the place of %s', (_, line, place) => {
    const { own, names, write } = opened()
    write(own, `services:\n${line}\n`)
    expect(names().problem).toContain(place)
  })

  it('[SY1] dependencies in a circle are as they are written', () => {
    const { own, names, write } = opened()
    write(own, 'services:\n  - { id: a, dependsOn: [b] }\n  - { id: b, dependsOn: [a, b] }\n')
    expect(names().catalogue.map(({ dependsOn }) => dependsOn)).toEqual([['b'], ['a', 'b']])
  })
})

describe('[SY3] Backstage’s catalog-info.yaml', () => {
  it('is read beside it: several documents, references by their last part, fields of its own left out', () => {
    const { backstage, names, write } = opened()
    write(backstage, entities)
    const { catalogue, services, problem } = names()
    expect(problem).toBe('')
    expect(catalogue.map(({ id }) => id)).toEqual(['payments-api', 'ledger'])
    expect(catalogue[0]).toMatchObject({
      ...{ owner: 'payments', dependsOn: ['ledger'], aliases: ['Payments API', 'PSVC01'], name: null },
      runbooks: [{ name: 'Runbook of payments', url: 'https://wiki.example.com/other' }],
      dashboards: [{ name: 'Golden signals' }],
    })
    expect(services, 'a title is not for customers').toEqual([])
  })

  it('fills up what services.yaml does not say, and goes when the file goes', () => {
    const { own, backstage, names, write } = opened()
    write(own, whole)
    write(backstage, entities)
    expect(names().catalogue[0]).toMatchObject({
      ...{ owner: 'Team Payments', name: 'Card payments', dependsOn: ['payments-db'] },
      dashboards: [{ name: 'Golden signals' }],
    })
    expect(names().catalogue.map(({ id }) => id)).toEqual(['payments-api', 'payments-db', 'ledger'])
    rmSync(backstage)
    expect(names().catalogue[0]?.dashboards).toEqual([])
  })

  it('while it is broken the last good one stays, with the place in the right document', () => {
    const { backstage, names, write } = opened()
    write(backstage, entities)
    names()
    write(backstage, entities.replace('metadata: { name: ada }', 'metadata: { name: [ada] }'))
    const broken = names()
    expect(broken.catalogue).toHaveLength(2)
    expect(broken.problem).toMatch(/catalog-info\.yaml, line 23, column 19: metadata\.name:/)
    for (const [text, says] of [
      ['a: &x 1\nb: *x\n', 'line 1'],
      ['kind: [\n', 'line 1'],
      [`kind: Component\nmetadata: { name: "${'x'.repeat(1_200)}" }\n`, 'line 2'],
      ['x'.repeat(1_000_001), 'bytes'],
      ['null\n---\n7\n', 'line 3'],
    ] as const) {
      write(backstage, text)
      expect(names().problem, text.slice(0, 20)).toContain(says)
      expect(names().catalogue).toHaveLength(2)
    }
  })
})

describe('[SY8] with what PagerDuty lists', () => {
  const at = (id: string, name: string, teams: readonly string[] = []): PagerDutyService => ({
    ...{ id, name, teams, description: '', url: null, policy: `${name}: on call`, steps: [] },
  })
  function joined(...listed: readonly PagerDutyService[]) {
    const { own, backstage, names, write } = opened()
    write(own, whole)
    write(backstage, entities)
    return withPagerDuty(names().catalogue, listed)
  }

  it('a service of the files is found by PagerDuty’s id or name, and keeps what the files say', () => {
    const catalogue = joined(at('PSVC01', 'Kartenzahlung', ['Somebody else']), at('PSVC02', 'Payments DB', ['DBA']))
    expect(catalogue.map(({ id }) => id)).toEqual(['payments-api', 'payments-db', 'ledger'])
    expect(catalogue[0]).toMatchObject({
      ...{ owner: 'Team Payments', ladder: 'on-call, Ada', name: 'Card payments' },
      pagerDuty: { policy: 'Kartenzahlung: on call' },
    })
    expect(catalogue.map(ownerOfService)).toEqual(['Team Payments', 'DBA', ''])
    expect(serviceCalled(catalogue, 'kartenzahlung')?.id).toBe('payments-api')
    expect(serviceCalled(catalogue, 'PSVC02')?.id).toBe('payments-db')
  })

  it('of two that fit one service the one with its id counts, in whatever order, and none is there twice', () => {
    for (const listed of [
      [at('PSVC01', 'Kartenzahlung'), at('PSVC09', 'payments-api')],
      [at('PSVC09', 'payments-api'), at('PSVC01', 'Kartenzahlung')],
    ])
      expect(joined(...listed).map(({ id, pagerDuty }) => [id, pagerDuty?.id])).toEqual([
        ['payments-api', 'PSVC01'],
        ['payments-db', undefined],
        ['ledger', undefined],
      ])
  })

  it('one that no file has is an entry of its own, owned by its teams there, or by nobody', () => {
    const catalogue = joined(at('PSVC03', 'search', ['Search', 'Shop']), at('PSVC04', '検索'))
    expect(catalogue.slice(3).map(one => [one.id, one.name, ownerOfService(one)])).toEqual([
      ['search', null, 'Search, Shop'],
      ['検索', null, ''],
    ])
    expect(serviceCalled(catalogue, 'PSVC04')?.id).toBe('検索')
  })

  it('without a list the files’ catalogue is as it was', () => {
    const { own, names, write } = opened()
    write(own, whole)
    expect(withPagerDuty(names().catalogue, [])).toEqual(names().catalogue)
  })
})

describe('[SY3] whatever is in a file', () => {
  it('ends in services or in a problem with a place, never in a throw', () => {
    const random = seeded('catalogue')
    const { own, backstage, names, write } = opened()
    const cuts = [whole, entities]
    for (let run = 0; run < 300; run += 1) {
      const text = pick(random, cuts)
      const at = Math.floor(random() * text.length)
      const put = pick(random, [
        '',
        ':',
        '\n',
        '- ',
        '[',
        '}',
        '\u0000',
        'عربي',
        '!!js ',
        '&a ',
        '"',
        '\t',
        '---\n',
        'null',
      ])
      write(pick(random, [own, backstage]), text.slice(0, at) + put + text.slice(at + Math.floor(random() * 5)))
      const { problem, catalogue } = names()
      if (problem !== '') expect(problem).toMatch(/line \d+, column \d+|UTF-8|bytes/)
      expect(Array.isArray(catalogue)).toBe(true)
    }
  })

  it('2,000 services are read when they are first asked for, and not again while the file is the same', () => {
    const { own, names, write } = opened()
    const many = Array.from(
      { length: 2_000 },
      (_, at) =>
        `  - { id: service-${at}, name: Service ${at}, owner: team-${at % 50}, dependsOn: [service-${(at + 1) % 2_000}] }`,
    )
    write(own, `services:\n${many.join('\n')}\n`)
    const first = names().catalogue
    expect(first).toHaveLength(2_000)
    expect(names().catalogue).toBe(first)
  })
})
