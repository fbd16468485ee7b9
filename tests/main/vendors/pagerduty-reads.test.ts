import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { Connection } from '../../../src/shared/contract/connections'
import { type Seen, sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { connectionTo, TOKEN } from './accounts'

type Answers = Readonly<Record<string, unknown>>

/** A PagerDuty that answers these bodies by path, and 402 to all else. */
async function pagerDuty(answers: Answers, change: Partial<Connection> = {}) {
  const server = await startLoopback(({ url }: Seen, response) => {
    const body = answers[url.pathname]
    if (body === undefined) sendJson(response, { error: { message: 'Account lacks this', code: 2014 } }, 402)
    else sendJson(response, body)
  })
  const connection = { ...connectionTo('pagerduty', server.origin), ...change }
  const account = openAccount(connection, TOKEN, createHttpClient())
  const asked = (path: string) => server.seen.filter(({ url }) => url.pathname === path)
  return { account, asked }
}

const incident = (id: string, priority: unknown = null) => ({
  ...{ id, title: id, status: 'triggered', urgency: 'high', created_at: '2026-11-20T10:00:00Z', priority },
})
const priorities = {
  priorities: ['Highest', 'High', 'Middling', 'Low', 'Lowest'].map((name, at) => ({ id: `P${at}`, name })),
}
const ranked = (place: number, summary: string) => incident(`I${place}`, { id: `P${place}`, summary })

describe('PagerDuty', () => {
  it('[PD12] reads only the services, teams and urgencies that the connection names', async () => {
    const wish = { services: ['S1', 'S2'], teams: ['T1'], urgencies: ['high'] } as const
    const { account, asked } = await pagerDuty({ '/incidents': { incidents: [] } }, wish)
    await account.alerts?.fetchOpenAlerts(never)
    const query = asked('/incidents')[0]?.url.searchParams
    expect(query?.getAll('service_ids[]')).toEqual(['S1', 'S2'])
    expect(query?.getAll('team_ids[]')).toEqual(['T1'])
    expect(query?.getAll('urgencies[]')).toEqual(['high'])
    expect(query?.get('date_range')).toBe('all')
  })

  it('[PD13] maps priorities to severities by their order, unless the connection says otherwise', async () => {
    const incidents = [ranked(0, 'Highest'), ranked(2, 'Middling'), ranked(4, 'Lowest'), incident('none')]
    const answers = { '/incidents': { incidents }, '/priorities': priorities }
    const { account, asked } = await pagerDuty(answers, { severities: { Middling: 'SEV-1' } })
    for (let turn = 0; turn < 3; turn += 1) {
      const reply = await account.alerts?.fetchOpenAlerts(never)
      expect(reply?.ok && reply.value.map(({ severity }) => severity)).toEqual(['SEV-1', 'SEV-1', 'SEV-4', undefined])
    }
    expect(asked('/priorities')).toHaveLength(1)
  })

  it('[PD13] falls back to names such as P2 where the plan shows no priorities, and asks for them once', async () => {
    const named = (id: string, summary: string) => incident(id, { id, summary })
    const incidents = [named('a', 'P2'), named('b', 'SEV-1'), named('c', 'sev 3'), named('d', 'Whatever')]
    const { account, asked } = await pagerDuty({ '/incidents': { incidents } })
    await account.alerts?.fetchOpenAlerts(never)
    const reply = await account.alerts?.fetchOpenAlerts(never)
    expect(reply?.ok && reply.value.map(({ severity }) => severity)).toEqual(['SEV-2', 'SEV-1', 'SEV-3', undefined])
    expect(asked('/priorities')).toHaveLength(1)
  })

  it('[PD14] tells notes, steps and alerts of a page in the order of time', async () => {
    const at = (minute: number) => `2026-11-20T10:0${minute}:00Z`
    const { account } = await pagerDuty({
      '/incidents/I1/notes': {
        notes: [
          { content: 'Second', created_at: at(4), user: { summary: 'Dana' } },
          { content: 'First', created_at: at(2), user: null },
        ],
      },
      '/incidents/I1/log_entries': { log_entries: [{ summary: 'Triggered', created_at: at(1) }], more: false },
      '/incidents/I1/alerts': {
        alerts: [{ id: 'A', summary: 'Disk', created_at: at(1), status: 'triggered', severity: 'critical' }],
      },
    })
    const reply = await account.people?.pageDetails('I1', never)
    expect(reply).toMatchObject({
      ok: true,
      value: {
        notes: [
          { by: 'Somebody', text: 'First' },
          { by: 'Dana', text: 'Second' },
        ],
        steps: [{ text: 'Triggered', at: Date.parse(at(1)) }],
        alerts: [{ title: 'Disk', severity: 'critical', url: null }],
        problem: '',
      },
    })
  })

  it('[PD14] shows what can be read and names what cannot', async () => {
    const { account } = await pagerDuty({ '/incidents/I1/notes': { notes: [] } })
    const reply = await account.people?.pageDetails('I1', never)
    expect(reply).toMatchObject({ ok: true, value: { problem: expect.stringContaining('Account lacks this') } })
    const { account: closed } = await pagerDuty({})
    expect(await closed.people?.pageDetails('I1', never)).toMatchObject({ ok: false })
  })

  it('[PD15] names who is paged first, and the escalation policies', async () => {
    const row = (name: string, level: number, end: string | null = null) => ({
      ...{ user: { summary: name }, escalation_policy: { summary: 'Payments' }, escalation_level: level },
      ...{ schedule: null, start: null, end },
    })
    const { account } = await pagerDuty({
      '/oncalls': { oncalls: [row('Second', 2), row('First', 1, '2026-11-20T12:00:00Z'), { user: null }], more: false },
      '/escalation_policies': { escalation_policies: [{ id: 'E1', name: 'Payments' }] },
    })
    expect(await account.people?.onCall(never)).toMatchObject({
      ok: true,
      value: {
        people: [
          { name: 'First', level: 1, until: Date.parse('2026-11-20T12:00:00Z') },
          { name: 'Second', level: 2, until: null },
        ],
        policies: [{ externalId: 'E1', name: 'Payments' }],
        problem: '',
      },
    })
  })

  it('[PD16] reads changes since an instant in UTC, names their services, and keeps to the services it reads', async () => {
    const change = (id: string, service: string, minute: number) => ({
      ...{ id, summary: `Deploy ${id}`, timestamp: `2026-11-20T10:0${minute}:00Z`, source: 'ci' },
      ...{
        services: [{ id: service }],
        links: [{ href: 'javascript:alert(1)' }, { href: 'https://ci.example.com/1' }],
      },
    })
    const { account, asked } = await pagerDuty(
      {
        '/change_events': { change_events: [change('a', 'S1', 1), change('b', 'S2', 2), change('c', 'S1', 3)] },
        '/services': { services: [{ id: 'S1', name: 'Payments' }] },
      },
      { services: ['S1'] },
    )
    const reply = await account.deploys?.fetchDeploys(Date.parse('2026-11-20T00:00:00Z'), never)
    expect(asked('/change_events')[0]?.url.searchParams.get('since')).toBe('2026-11-20T00:00:00.000Z')
    expect(reply?.ok && reply.value.map(({ title, services, url }) => [title, services, url])).toEqual([
      ['Deploy c', ['Payments'], 'https://ci.example.com/1'],
      ['Deploy a', ['Payments'], 'https://ci.example.com/1'],
    ])
  })

  it('[LK2] tells what a page can be made of, names what the plan lacks, and fails in PagerDuty’s words where nothing is read', async () => {
    const names = (...all: string[]) => all.map((name, at) => ({ id: `X${at}`, name }))
    const { account, asked } = await pagerDuty(
      { '/services': { services: names('search', 'checkout') }, '/escalation_policies': { escalation_policies: [] } },
      { teams: ['T1'] },
    )
    const value = { services: [{ name: 'checkout' }, { name: 'search' }], policies: [], priorities: [] }
    expect(await account.people?.directory(never)).toMatchObject({
      value: { ...value, problem: expect.stringContaining('Account lacks this') },
    })
    expect(asked('/services')[0]?.url.searchParams.getAll('team_ids[]')).toEqual(['T1'])
    const { account: closed } = await pagerDuty({})
    const fault = { kind: 'vendor-error', message: expect.stringContaining('Account lacks this') }
    expect(await closed.people?.directory(never)).toMatchObject({ ok: false, fault })
  })

  it('[SY8] lists services with their teams and whom their policy notifies; what is odd costs nothing else', async () => {
    const rules = [
      { escalation_delay_in_minutes: 5, targets: [{ summary: 'Ada Park' }, { summary: 'Payments rota' }] },
      { escalation_delay_in_minutes: 10, targets: [{ summary: 'Bo\u0000Lin' }, {}] },
      { targets: 'nobody' },
    ]
    const services = [
      {
        ...{ id: 'S1', name: 'Payments API', description: 'Takes\n card payments', teams: [{ summary: 'Payments' }] },
        html_url: 'https://acme.pagerduty.com/service-directory/S1',
        escalation_policy: { summary: 'Payments', escalation_rules: rules },
      },
      { id: 'S2', name: null, teams: null, html_url: 'javascript:alert(1)', escalation_policy: [] },
      { id: 'S3', name: 'not read by this connection' },
      { name: 'without an id' },
    ]
    const { account, asked } = await pagerDuty({ '/services': { services } }, { teams: ['T1'], services: ['S1', 'S2'] })
    expect(await account.people?.services(never)).toMatchObject({
      value: {
        services: [
          {
            ...{ id: 'S1', name: 'Payments API', description: 'Takes card payments', teams: ['Payments'] },
            ...{ url: 'https://acme.pagerduty.com/service-directory/S1', policy: 'Payments' },
            steps: [
              { who: ['Ada Park', 'Payments rota'], minutes: 5 },
              { who: ['Bo Lin'], minutes: 10 },
              { who: [], minutes: 0 },
            ],
          },
          { id: 'S2', name: 'S2', description: '', teams: [], url: null, policy: '', steps: [] },
        ],
        problem: expect.stringMatching(/services/),
      },
    })
    expect(asked('/services')[0]?.url.searchParams.getAll('team_ids[]')).toEqual(['T1'])
    expect(asked('/services')[0]?.url.searchParams.getAll('include[]')).toEqual(['escalation_policies'])
    const { account: closed } = await pagerDuty({})
    expect(await closed.people?.services(never)).toMatchObject({ ok: false })
  })

  it('[LK3] finds people by a part of their name, with their e-mail', async () => {
    const users = [{ id: 'U1', name: 'Mei Tanaka', email: 'mei@example.com' }, { id: 'U2' }]
    const { account, asked } = await pagerDuty({ '/users': { users } })
    expect(await account.people?.find('me', never)).toMatchObject({
      value: [
        { id: 'U1', name: 'Mei Tanaka', email: 'mei@example.com' },
        { id: 'U2', name: 'U2', email: '' },
      ],
    })
    expect(asked('/users')[0]?.url.searchParams.get('query')).toBe('me')
  })
})
