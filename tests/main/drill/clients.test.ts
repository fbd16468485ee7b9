import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openAccount, openStored } from '../../../src/main/engine/vendors/registry'
import { newId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { type Playing, play, START } from './playing'

/** The product's own clients against the stand-ins: what a drill runs. */

const never = new AbortController().signal
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

function account(id: string): VendorAccount {
  const { connections, secrets, origins } = playing.drill
  const connection = connections.find(one => one.id === id)
  if (!connection) throw new Error(`no connection ${id}`)
  return openStored(connection, secrets, guardHttp(createHttpClient({}), origins))
}

function update(vendor: 'statuspage' | 'slack', more: Partial<UpdateContent>): OutgoingUpdate {
  const channel = account(`drill-${vendor}`).channels[0]
  if (!channel) throw new Error('no channel')
  const content: UpdateContent = {
    ...{ stage: 'initial', channel, title: 'Payments fail', body: 'Some payments fail.', status: 'investigating' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
    ...more,
  }
  return { incident: newId(), update: newId(), content, externalId: null }
}

describe("the product's own clients", () => {
  it('[DC1] find every connection of the drill good', async () => {
    for (const { id } of playing.drill.connections) {
      expect(await account(id).probe(never), id).toMatchObject({ good: true })
    }
  })

  it('[DC2] read its pages and its alerts', async () => {
    playing.goTo(8)
    const pages = await account('drill-pagerduty').alerts?.fetchOpenAlerts(never)
    expect(pages).toMatchObject({ ok: true })
    expect(pages?.ok && pages.value.map(row => [row.origin, row.urgency, row.service]).sort()).toEqual([
      ['page', 'high', 'checkout'],
      ['page', 'high', 'payments-api'],
      ['page', 'high', 'payments-db'],
    ])
    const alerts = await account('drill-prometheus').alerts?.fetchOpenAlerts(never)
    expect(alerts?.ok && alerts.value.map(row => [row.origin, row.state])).toEqual(Array(5).fill(['alert', 'firing']))
    const own = await account('drill-grafana').alerts?.fetchOpenAlerts(never)
    expect(own).toMatchObject({ ok: true, value: [{ cause: 'OrdersPerMinuteLow', rule: 'drill-ordersperminutelow' }] })
    const rules = await account('drill-grafana').rules?.fetchRules(never)
    expect(rules?.ok && rules.value.map(({ name, health }) => [name, health])).toEqual([
      ['OrdersPerMinuteLow', 'ok'],
      ['PaymentProviderErrors', 'failing'],
    ])
  })

  it('[DC9] read the notes on its charts, but not the marks that they made themselves', async () => {
    playing.goTo(12)
    const grafana = account('drill-grafana')
    const connection = playing.drill.connections.find(({ vendor }) => vendor === 'grafana')?.id ?? newId()
    const what = { kind: 'annotation', connection, text: 'Decision: roll back', at: START + 11 * MINUTE } as const
    const sent = await grafana.acts?.send({ incident: newId(), item: newId(), what, now: 0 }, never)
    expect(sent).toMatchObject({ outcome: 'delivered' })
    const span = { from: START - HOUR, to: START + 12 * MINUTE }
    const reply = await grafana.annotations?.fetchAnnotations(span, never)
    expect(reply?.ok && reply.value.map(({ text }) => text)).toEqual([
      'Flag new-ledger switched off',
      'payments-api v2.41.0: Write payments through the new ledger',
      'Autumn newsletter sent to 410,000 customers',
    ])
  })

  it('[DC10] read what people write on a page, but not the note that they wrote themselves', async () => {
    playing.goTo(9)
    const pager = account('drill-pagerduty')
    const connection = playing.drill.connections.find(({ vendor }) => vendor === 'pagerduty')?.id ?? newId()
    const page = { id: 'Q0PAYERR01', name: 'Errors' }
    const what = { kind: 'page-note', connection, page, text: 'We roll back' } as const
    const sent = await pager.acts?.send({ incident: newId(), item: newId(), what, now: 0 }, never)
    expect(sent).toMatchObject({ outcome: 'delivered' })
    const reply = await pager.rooms?.fetchProposals([{ page: page.id, since: START }], never)
    expect(reply?.ok && reply.value.proposals.map(({ author, text }) => [author, text])).toEqual([
      ['Amara Osei', 'All errors come from the new ledger path; pods that run v2.40.3 are clean'],
    ])
  })

  it.each(['drill-grafana', 'drill-prometheus'])('[DC3] read every panel through %s', async id => {
    playing.goTo(8)
    const window = { from: START - HOUR, to: START + 8 * MINUTE, step: 15_000 }
    const reply = await account(id).panels?.fetchPanels(playing.drill.panels, window, never)
    expect(reply).toMatchObject({ ok: true })
    for (const panel of reply?.ok ? reply.value : []) {
      expect(panel.problem, panel.panel).toBe('')
      for (const series of panel.series) expect(series.values.length, panel.panel).toBeGreaterThan(250)
    }
    expect(reply?.ok && reply.value.length).toBe(8)
  })

  it('[DC4] publish to the status page, find it again, and go on with it', async () => {
    const page = account('drill-statuspage')
    const first = update('statuspage', { components: { cmpcheckout1: 'major_outage' } })
    expect(await page.updates?.verify(first, never)).toEqual({ found: 'absent' })
    const sent = await page.updates?.send(first, never)
    expect(sent).toMatchObject({ outcome: 'delivered' })
    expect(await page.updates?.verify(first, never)).toMatchObject({ found: 'delivered' })
    const externalId = sent?.outcome === 'delivered' ? sent.delivered.externalId : null
    const second = { ...update('statuspage', { status: 'monitoring', body: 'Rolled back.' }), externalId }
    expect(await page.updates?.send(second, never)).toMatchObject({ outcome: 'delivered', delivered: { externalId } })
    const shown = await page.publicPage?.fetchPublicPage(never)
    expect(shown).toMatchObject({ ok: true, value: { incidents: [{ externalId, status: 'monitoring' }] } })
    expect(shown?.ok && shown.value.components.filter(one => one.status === 'major_outage')).toMatchObject([
      { name: 'Checkout' },
    ])
  })

  it('[SR8] read the war room by the names of the people in it, but none of our own posts', async () => {
    playing.goTo(10)
    const slack = account('drill-slack')
    const channel = { id: 'C0WARROOM1', name: 'inc-payments' }
    const what = {
      kind: 'chat-post',
      connection: playing.drill.connections[0]?.id ?? newId(),
      channel,
      text: 'Ours',
    } as const
    expect(await slack.acts?.send({ incident: newId(), item: newId(), what, now: 0 }, never)).toMatchObject({
      outcome: 'delivered',
    })
    const reply = await slack.rooms?.fetchProposals([{ channel: null, since: START }], never)
    expect(reply?.ok && reply.value.proposals.map(({ author }) => author)).toEqual([
      'Mei Tanaka',
      'Amara Osei',
      'Jonas Lindqvist',
      'Rafael Duarte',
      'Amara Osei',
    ])
  })

  it('[DC5] publish to Slack, and find it again', async () => {
    const slack = account('drill-slack')
    const first = update('slack', {})
    expect(await slack.updates?.verify(first, never)).toEqual({ found: 'absent' })
    expect(await slack.updates?.send(first, never)).toMatchObject({ outcome: 'delivered' })
    expect(await slack.updates?.verify(first, never)).toMatchObject({ found: 'delivered' })
  })

  it('[DC6] cannot leave the drill', async () => {
    const { connections, origins } = playing.drill
    const statuspage = connections.find(one => one.vendor === 'statuspage')
    if (!statuspage) throw new Error('no statuspage')
    const real = { ...statuspage, baseUrl: 'https://api.statuspage.io' }
    const outside = openAccount(real, 'key', guardHttp(createHttpClient({}), origins))
    const refused = await outside.updates?.send(update('statuspage', {}), never)
    expect(refused).toMatchObject({ outcome: 'refused', fault: { kind: 'drill-guard' } })
  })
})
