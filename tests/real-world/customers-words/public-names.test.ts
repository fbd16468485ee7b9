import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import {
  componentsOf,
  type PublicService,
  publicNameOf,
  withPublicNames,
} from '../../../src/shared/domain/public-names'
import { openSlots } from '../../../src/shared/domain/slots'
import * as story from '../../support/folded-incident'

const templates = openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') })
const components = ['Card payments', 'Web shop', 'Payments', 'Admin'].map((name, index) => ({ id: `c${index}`, name }))

function filled(template: string, incident: Incident, services: readonly PublicService[], fields = {}) {
  const publicName = (service: string) => publicNameOf(service, services, [])
  const ground = { now: story.minute(30), publicName }
  const reply = templates.fill(incident, { template, fields, nextUpdateAt: null }, ground)
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

const page = (service: string | null, title = 'High error rate') => ({
  ...{ connection: 'pd' as ConnectionId, externalId: title, title, service, url: null },
})
const { incident: bare } = story.recordOf([story.declared({ title: 'High error rate on payments-api' })])
const payments: PublicService = { id: 'payments-api', name: 'Card payments', components: [] }

describe('what customers read of services', () => {
  const taken = { ...bare, pages: [page('payments-api')], impact: 'payments-api answers 503 to one in four' }

  it.each(['initial', 'progress', 'resolution'])(
    '[PN1] %s never has an internal name; a slot stands for it',
    template => {
      const { title, body } = filled(template, taken, [])
      expect(title + body).not.toMatch(/(?<!⟦public name of )payments-api/)
      expect(openSlots(title)).toEqual(['⟦product or service⟧'])
      expect(openSlots(body)).toContain('⟦public name of payments-api⟧')
    },
  )

  it.each(['initial', 'progress', 'resolution'])('[PN1] %s has the public name where one is known', template => {
    const { title, body } = filled(template, taken, [payments])
    expect(title).toContain('problems with Card payments'.slice(1))
    expect(body).toContain('Card payments answers 503 to one in four.')
    expect(openSlots(title + body)).toEqual([])
  })

  it('[PN1] several services are all named, once each, in the order of their pages', () => {
    const shop: PublicService = { id: 'checkout', name: 'Web shop', components: [] }
    const pages = [
      page('payments-api', 'a'),
      page('Checkout', 'b'),
      page('payments_api', 'c'),
      page('ledger', 'd'),
      page(null, 'e'),
    ]
    expect(filled('initial', { ...bare, pages }, [payments, shop]).title).toBe(
      'Problems with Card payments and Web shop',
    )
  })

  it('[PN1] a service that a component of the status page is called like is public already', () => {
    expect(publicNameOf('card-payments', [], components)).toEqual({ name: 'Card payments', source: 'status-page' })
    expect(publicNameOf('payments-api', [], components)).toBeUndefined()
    expect(publicNameOf('支付', [{ id: '支付', name: 'Card payments', components: [] }], [])?.name).toBe(
      'Card payments',
    )
  })

  it.each([
    [
      'the longest name first',
      'payments-api-eu is slow',
      ['payments-api', 'payments-api-eu'],
      '⟦public name of payments-api-eu⟧ is slow',
    ],
    ['in any case', 'PAYMENTS-API is slow', ['payments-api'], '⟦public name of PAYMENTS-API⟧ is slow'],
    ['not inside of another word', 'mypayments-api2 is slow', ['payments-api'], 'mypayments-api2 is slow'],
    ['an everyday word stays', 'Payments fail', ['Payments', 'payments'], 'Payments fail'],
    ['signs of patterns are text', 'a.b(c) fails, aXb too', ['a.b(c)'], '⟦public name of a.b(c)⟧ fails, aXb too'],
    ['nothing linked', 'payments-api is slow', [], 'payments-api is slow'],
  ])('[PN2] %s', (_, text, internal, expected) => {
    expect(withPublicNames(text, internal, () => undefined)).toBe(expected)
  })

  it.each([
    ['payments-api', ['Card payments', 'Payments']],
    ['paymentService', ['Card payments', 'Payments']],
    ['api', []],
    ['ledger', []],
    ['', []],
  ])('[PN3] components proposed for %j are %j', (service, expected) => {
    expect(componentsOf(service, [], components).map(({ name }) => name)).toEqual(expected)
  })

  it('[PN3] the file’s own components win over likeness, by name or id', () => {
    const services = [{ ...payments, components: ['web SHOP', 'c3'] }]
    expect(componentsOf('payments-api', services, components).map(({ name }) => name)).toEqual(['Web shop', 'Admin'])
  })
})

describe('times and full stops', () => {
  const known = { ...bare, pages: [page('payments-api')], impact: 'One in four fails' }
  const time = (minutes: number) => ({
    ...{
      at: story.minute(minutes),
      source: { kind: 'chart' as const, name: 'Error rate' },
      by: story.ada,
      confirmedAt: 0,
    },
  })

  it('[BE1] no time is told to customers that nobody confirmed', () => {
    for (const template of ['initial', 'progress', 'resolution']) {
      const { body } = filled(template, { ...known, resolvedAt: story.minute(22) }, [payments])
      expect(body.replace(/We will write again by [\d:]+ UTC/, '')).not.toMatch(/\d\d:\d\d/)
      expect(openSlots(body)).toEqual([])
    }
  })

  it('[BE1] confirmed ones are told, and where they come from', () => {
    const over = { ...known, started: time(-7), ended: time(18), resolvedAt: story.minute(22) }
    const { body, fields } = filled('resolution', over, [payments])
    expect(body).toContain('They began at about 13:53 UTC, ended at about 14:18 UTC and lasted 25 minutes.')
    expect(fields.find(({ name }) => name === 'since')?.source).toBe('chart “Error rate”, confirmed by Ada Lovelace')
    expect(filled('initial', over, [payments]).body).toMatch(/^Since about 13:53 UTC there are problems/)
  })

  it.each([
    ['Card payments fail', 'Card payments fail.'],
    ['card payments fail.', 'Card payments fail.'],
    ['Card payments fail..', 'Card payments fail.'],
    ['Card payments fail .', 'Card payments fail .'],
    ['Do card payments fail?', 'Do card payments fail?'],
    ['They say “it fails.”', 'They say “it fails.”'],
    ['Card payments fail…', 'Card payments fail…'],
    ['カード決済が失敗します。', 'カード決済が失敗します。'],
    ['éteint', 'Éteint.'],
  ])('[TM10] %j ends as %j, everywhere', (impact, expected) => {
    for (const template of ['initial', 'progress', 'resolution']) {
      const { body } = filled(template, { ...known, impact }, [payments], {
        workaround: impact,
        cause: impact,
        news: impact,
      })
      expect(body).toContain(expected)
      expect(body).not.toMatch(/(?<!\.)[.?…。] ?\.(?!\.)/)
      for (const paragraph of body.split('\n\n')) expect(paragraph).toMatch(/[.?…。”]$/)
    }
  })

  it('[TM10] a product that was typed with a full stop does not double it', () => {
    expect(filled('progress', known, [], { service: 'Card payments.' }).body).toContain('problems with Card payments.')
    expect(filled('progress', known, [], { service: 'Card payments.' }).body).not.toContain('..')
  })
})
