import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Vendor } from '../../../src/shared/contract/vendors'
import { onStage } from '../../main/feeds/stage'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, connectionTo } from '../../main/vendors/accounts'
import { handClock } from '../../support/hand-clock'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'

/** An account at a server that answers each path with the body of its ending, or with nothing in it. */
async function at(vendor: Vendor, answers: Readonly<Record<string, unknown>>): Promise<VendorAccount> {
  const { origin } = await startLoopback(({ url }, response) => {
    const end = Object.keys(answers).find(path => url.pathname.endsWith(path))
    sendJson(response, end === undefined ? [] : answers[end])
  })
  return accountAt(vendor, origin)
}

const started = '2026-11-20T12:00:00Z'
const sent = (name: string, change: object = {}) => ({
  ...{
    fingerprint: name,
    labels: { alertname: name },
    annotations: {},
    startsAt: started,
    status: { state: 'active' },
  },
  ...change,
})
const page = (id: string, change: object = {}) => ({
  ...{ id, title: `Page ${id}`, status: 'triggered', created_at: started },
  ...change,
})
const component = (name: string, change: object = {}) => ({ id: name, name, status: 'operational', ...change })

describe('[RP2] one odd row of a list', () => {
  it('of Alertmanager or of Grafana hides no other alert, and is counted and named', async () => {
    for (const vendor of ['alertmanager', 'grafana'] as const) {
      const alerts = [sent('Good'), sent('NoState', { status: null }), sent('BadLabels', { labels: { pod: 7 } }), null]
      const reply = await (await at(vendor, { '/alerts': alerts })).alerts?.fetchOpenAlerts(never)
      expect(reply?.ok && reply.value.map(row => row.title)).toEqual(['Good'])
      expect(reply?.gap?.unread).toBe(3)
      expect(inEnglish(reply?.gap?.reason)).toBe(
        '3 of 4 alerts could not be read (“NoState”: “status” is missing or not an object; ' +
          '“BadLabels”: “labels” must be labels, each of them a text; it has none of the expected fields)',
      )
    }
  })

  it('[AL12] without a start, with one that is no time or with one of the year 1, is an alert whose start is unknown', async () => {
    const starts = [undefined, null, '', 'soon', 12, {}, '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z']
    for (const vendor of ['alertmanager', 'grafana'] as const) {
      const alerts = [...starts.map((startsAt, no) => sent(`A${no}`, { startsAt })), sent('Known')]
      const reply = await (await at(vendor, { '/alerts': alerts })).alerts?.fetchOpenAlerts(never)
      expect(reply?.gap).toBeUndefined()
      expect(reply?.ok && reply.value.map(row => row.startedAt)).toEqual([
        ...starts.map(() => null),
        Date.parse(started),
      ])
    }
    const rows = starts.map((activeAt, no) => ({ labels: { alertname: `A${no}` }, state: 'firing', activeAt }))
    const account = await at('prometheus', { '/alerts': { data: { alerts: rows } } })
    const reply = await account.alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value.map(row => row.startedAt)).toEqual(starts.map(() => null))
    const pages = starts.map((created_at, no) => page(`P${no}`, { created_at }))
    const paged = await (await at('pagerduty', { '/incidents': { incidents: pages } })).alerts?.fetchOpenAlerts(never)
    expect(paged?.ok && paged.value.map(row => row.startedAt)).toEqual(starts.map(() => null))
  })

  it('of Prometheus is named, null is an empty list, and a warning that only a part answered is kept', async () => {
    const good = { labels: { alertname: 'Up' }, state: 'firing', activeAt: started }
    const odd = { labels: { alertname: 'Odd' }, state: null, activeAt: started }
    const some = { data: { alerts: [odd, good] }, warnings: ['store-2 could not be reached'] }
    const reply = await (await at('prometheus', { '/alerts': some })).alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value.map(row => row.title)).toEqual(['Up'])
    expect(reply?.gap?.unread).toBe(1)
    expect(inEnglish(reply?.gap?.reason)).toBe(
      '1 of 2 alerts could not be read (“Odd”: “state” is missing or not a string); store-2 could not be reached',
    )
    const none = await (await at('prometheus', { '/alerts': { data: { alerts: null } } })).alerts?.fetchOpenAlerts(
      never,
    )
    expect(none).toEqual({ ok: true, value: [] })
    const lost = await (await at('prometheus', { '/alerts': { data: {} } })).alerts?.fetchOpenAlerts(never)
    expect(lost).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
  })

  it('of PagerDuty’s incidents and change events hides no other', async () => {
    const incidents = [page('A'), page('', { title: 'Nameless' }), page('B', { title: 7, urgency: 9 })]
    const changes = [
      { id: 'C1', summary: 'Deploy', timestamp: started },
      { id: 'C2', summary: 'Timeless', timestamp: null },
    ]
    const account = await at('pagerduty', { '/incidents': { incidents }, '/change_events': { change_events: changes } })
    const open = await account.alerts?.fetchOpenAlerts(never)
    expect(open?.ok && open.value.map(row => row.externalId)).toEqual(['A', 'B'])
    expect(inEnglish(open?.gap?.reason)).toBe(
      '1 of 3 open incidents could not be read (“Nameless”: “id” has a value that Quarterdeck does not know)',
    )
    const deploys = await account.deploys?.fetchDeploys(0, never)
    expect(deploys?.ok && deploys.value.map(one => one.title)).toEqual(['Deploy'])
    expect(inEnglish(deploys?.gap?.reason)).toContain('1 of 2 change events could not be read (“Timeless”: “timestamp”')
  })

  it('of what PagerDuty tells of one incident, of who is on call and of what can be paged is named', async () => {
    const note = { id: 'N', content: 'Looked', created_at: started }
    const account = await at('pagerduty', {
      '/notes': { notes: [note, { ...note, created_at: null }] },
      '/log_entries': {
        log_entries: [
          { summary: 'Paged', created_at: started },
          { summary: 'Odd', created_at: 'x' },
        ],
      },
      '/alerts': { alerts: [] },
      '/oncalls': { oncalls: [{ user: { id: 'U', summary: 'Ada' } }, { user: 'Bob' }] },
      '/escalation_policies': { escalation_policies: [{ id: 'E', name: 'Night' }, { name: 'Lost' }] },
    })
    const details = await account.people?.pageDetails('P', never)
    expect(details).toMatchObject({ ok: true, value: { notes: [{ text: 'Looked' }], steps: [{ text: 'Paged' }] } })
    expect(details?.ok && details.value.problem).toMatch(/^1 of 2 notes .*; 1 of 2 log entries .*“Odd”/)
    const onCall = await account.people?.onCall(never)
    expect(onCall).toMatchObject({ ok: true, value: { people: [{ name: 'Ada' }], policies: [{ name: 'Night' }] } })
    expect(onCall?.ok && onCall.value.problem).toContain('“Lost”: “id” is missing')
  })

  it('of a status page, by token and by its public summary, hides no other', async () => {
    const components = [component('API'), component('Web', { status: null }), component('Card', { status: 'on_fire' })]
    const incidents = [
      {
        id: 'i1',
        name: 'Payments fail',
        status: 'identified',
        updated_at: 'never',
        incident_updates: [7],
        components: [8],
      },
      { id: 'i2', name: 'Odd', status: null },
    ]
    const byToken = await at('statuspage', { '/components': components, '/unresolved': incidents })
    const { origin } = await startLoopback((_, response) => sendJson(response, { components, incidents }))
    const open = { ...connectionTo('statuspage', origin), publicUrl: origin }
    for (const account of [byToken, openAccount(open, 'token', createHttpClient({}))]) {
      const reply = await account.publicPage?.fetchPublicPage(never)
      expect(reply?.ok && reply.value.components.map(({ name }) => name)).toEqual(['API'])
      expect(reply?.ok && reply.value.incidents).toMatchObject([{ name: 'Payments fail', updatedAt: null }])
      expect(inEnglish(reply?.gap?.reason)).toContain('2 of 3 components could not be read (“Web”: “status”')
      expect(inEnglish(reply?.gap?.reason)).toMatch(/1 of 2 .*incidents could not be read \(“Odd”: “status”/)
    }
  })

  it('of rules, silences and annotations hides no other, and null groups are none', async () => {
    const rules = {
      data: { groups: [{ name: 'g', rules: [{ name: 'Good' }, { name: null }] }, { name: 'n', rules: null }, 7] },
    }
    const grafana = await at('grafana', {
      '/rules': rules,
      '/annotations': [
        { id: 1, time: 5, text: 'Deployed' },
        { id: 2, time: null, text: 'Odd' },
      ],
    })
    const read = await grafana.rules?.fetchRules(never)
    expect(read?.ok && read.value.map(({ name }) => name)).toEqual(['Good'])
    expect(inEnglish(read?.gap?.reason)).toMatch(/^1 of 3 groups of rules .*; 1 of 2 rules /)
    const notes = await grafana.annotations?.fetchAnnotations({ from: 0, to: 9 }, never)
    expect(notes?.ok && notes.value.map(({ text }) => text)).toEqual(['Deployed'])
    expect(inEnglish(notes?.gap?.reason)).toContain('“Odd”: “time” is missing')
    const none = await (await at('prometheus', { '/rules': { data: { groups: null } } })).rules?.fetchRules(never)
    expect(none).toEqual({ ok: true, value: [] })
    const silence = { id: 's', endsAt: started, createdBy: 'ada' }
    const quiet = await at('alertmanager', { '/silences': [silence, { ...silence, endsAt: null, id: 'endless' }] })
    const silences = await quiet.silences?.(never)
    expect(silences?.ok && silences.value.map(({ by }) => by)).toEqual(['ada'])
    expect(inEnglish(silences?.gap?.reason)).toContain('“endless”: “endsAt” is missing')
  })

  it('leaves the feed good, with a note; a list of which nothing can be read is a fault', async () => {
    const clock = handClock()
    const account = await at('alertmanager', { '/alerts': [sent('Good'), sent('Odd', { status: null })] })
    const { feeds } = onStage(clock, [{ connection: connectionTo('alertmanager', ''), account }])
    feeds.refresh()
    clock.advance(10_000)
    await expect
      .poll(() => feeds.board().feeds[0])
      .toMatchObject({ answer: 'good', reason: expect.stringContaining('“Odd”') })
    feeds.stop()
    const all = await (
      await at('alertmanager', { '/alerts': [sent('Odd', { status: null })] })
    ).alerts?.fetchOpenAlerts(never)
    expect(all).toMatchObject({
      ok: false,
      fault: { kind: 'unreadable-answer', message: expect.stringContaining('“Odd”') },
    })
  })

  it('is named among thousands without naming them all', async () => {
    const alerts = Array.from({ length: 5_000 }, (_, no) => sent(`A${no}`, no % 2 === 0 ? {} : { status: 'odd' }))
    const reply = await (await at('alertmanager', { '/alerts': alerts })).alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value).toHaveLength(2_500)
    expect(inEnglish(reply?.gap?.reason)).toMatch(/^2,500 of 5,000 alerts could not be read \(.*; and 2,497 more\)$/)
  })
})
