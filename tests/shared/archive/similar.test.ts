import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArchivedIncident } from '../../../src/shared/domain/archive/archived-incident'
import { similarIncidents } from '../../../src/shared/domain/archive/similar'
import type { IncidentId } from '../../../src/shared/domain/ids'

const ours = {
  incident: 'now' as IncidentId,
  title: 'Card payments are declined',
  services: ['checkout', 'payments-api'],
  alerts: ['HighErrorRate', 'PoolExhausted'],
}

function past(id: string, some: Partial<ArchivedIncident>): ArchivedIncident {
  return {
    ...{
      id: id as IncidentId,
      title: 'Something',
      severity: 'SEV-2',
      worst: 'SEV-2',
      status: 'resolved',
      drill: false,
    },
    ...{ declaredAt: 1, began: 1, ended: 2, ic: null, people: [], services: [], alerts: [], impact: '' },
    ...{ ending: { worked: '', cause: '', words: '' }, ...some },
  }
}

const idsOf = (all: readonly ArchivedIncident[]) => similarIncidents(ours, all, 10).map(one => one.past.id)

describe('[AV7] similar past incidents', () => {
  it('are ordered by services, then names of alerts, then words of the title, then the newest', () => {
    const all = [
      past('words', { title: 'Payments declined for cards of one bank', began: 9 }),
      past('alerts', { alerts: ['HighErrorRate', 'poolexhausted', 'Other'], began: 8 }),
      past('one-alert', { alerts: ['higherrorrate'], began: 9 }),
      past('service', { services: ['Checkout'], began: 2 }),
      past('newer', { services: ['checkout'], began: 3 }),
      past('both', { services: ['payments_api', 'checkout'], alerts: [], began: 1 }),
    ]
    expect(idsOf(all)).toEqual(['both', 'newer', 'service', 'alerts', 'one-alert', 'words'])
  })

  it('say what they have in common', () => {
    const [one] = similarIncidents(
      ours,
      [past('a', { title: 'Payments: card pool', services: ['Checkout', 'mailer'], alerts: ['PoolExhausted', 'X'] })],
      1,
    )
    expect(one).toMatchObject({ services: ['Checkout'], alerts: ['PoolExhausted'], words: ['payments', 'card'] })
  })

  it.each([
    ['only one word is common', past('a', { title: 'Card printer jams' })],
    ['only words that most titles have', past('a', { title: 'Errors are high and the site is down' })],
    ['it is the same incident', past('now', { services: ['checkout'] })],
    ['it is open', past('a', { services: ['checkout'], status: 'monitoring' })],
  ])('are not those of which %s', (_, one) => {
    expect(idsOf([one])).toEqual([])
  })

  it('are found in scripts without spaces', () => {
    const to = { ...ours, title: '支付服务数据库连接失败', services: [], alerts: [] }
    const all = [past('a', { title: '数据库连接池已满' }), past('b', { title: '邮件延迟' })]
    expect(similarIncidents(to, all, 5).map(one => one.past.id)).toEqual(['a'])
  })

  it('do not depend on the order in which they come', () => {
    const names = fc.subarray(['checkout', 'payments-api', 'mailer'])
    const some = fc.array(fc.record({ services: names, alerts: names, began: fc.nat() }), { maxLength: 12 })
    fc.assert(
      fc.property(some, fc.nat(), (rows, turn) => {
        const all = rows.map((row, at) => past(`p${at}`, { ...row, began: at }))
        const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))]
        expect(idsOf(turned)).toEqual(idsOf(all))
      }),
    )
  })
})
