import { describe, expect, it } from 'vitest'
import { onStage } from '../../main/feeds/stage'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, connectionTo } from '../../main/vendors/accounts'
import { handClock } from '../../support/hand-clock'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'

const at = '2026-11-20T12:00:00Z'

/** PagerDuty with so many open incidents. */
async function pagerDutyWith(count: number) {
  const { origin } = await startLoopback(({ url }, response) => {
    const offset = Number(url.searchParams.get('offset'))
    const limit = Number(url.searchParams.get('limit'))
    if (offset + limit > 10_000) return sendJson(response, { error: { message: 'Too deep' } }, 400)
    const length = Math.max(0, Math.min(limit, count - offset))
    const incidents = Array.from({ length }, (_, no) => ({
      id: `P${offset + no}`,
      status: 'triggered',
      created_at: at,
    }))
    sendJson(response, { incidents, more: offset + limit < count })
  })
  return accountAt('pagerduty', origin)
}

describe('[RP3] a read that was cut', () => {
  it('of 50,000 open incidents says that there are more than 10,000; one of exactly 10,000 is whole', async () => {
    const cut = await (await pagerDutyWith(50_000)).alerts?.fetchOpenAlerts(never)
    expect(cut?.ok && cut.value).toHaveLength(10_000)
    expect(cut?.gap?.more).toBe(true)
    expect(inEnglish(cut?.gap?.reason)).toBe(
      'only the first 10,000 open incidents, the newest, were read: there are more',
    )
    const whole = await (await pagerDutyWith(10_000)).alerts?.fetchOpenAlerts(never)
    expect(whole?.ok && whole.value).toHaveLength(10_000)
    expect(whole?.gap).toBeUndefined()
  })

  it('says so in its feed, for as long as that is what is shown', async () => {
    const clock = handClock()
    let broken = false
    const { origin } = await startLoopback((_, response) =>
      broken ? sendJson(response, {}, 500) : sendJson(response, { incidents: [], more: true }),
    )
    const account = { alerts: accountAt('pagerduty', origin).alerts }
    if (account.alerts === undefined) throw new Error('PagerDuty has alerts')
    const source = { connection: connectionTo('pagerduty', origin), account: { alerts: account.alerts } }
    const { feeds } = onStage(clock, [source])
    clock.advance(10_000)
    await expect.poll(() => feeds.board().feeds[0]).toMatchObject({ answer: 'good', more: true })
    broken = true
    clock.advance(120_000)
    await expect.poll(() => feeds.board().feeds[0]).toMatchObject({ answer: 'failed', more: true })
    feeds.stop()
  })

  it('of a part only (206) is not taken for the whole', async () => {
    for (const vendor of ['pagerduty', 'alertmanager', 'prometheus', 'grafana', 'statuspage'] as const) {
      const body = vendor === 'pagerduty' ? { incidents: [] } : vendor === 'prometheus' ? { data: { alerts: [] } } : []
      const { origin } = await startLoopback((_, response) => sendJson(response, body, 206))
      const account = accountAt(vendor, origin)
      const reply = await (account.alerts?.fetchOpenAlerts(never) ?? account.publicPage?.fetchPublicPage(never))
      expect(reply, vendor).toMatchObject({ ok: false, fault: { kind: 'unreadable-answer' } })
      expect(JSON.stringify(reply), vendor).toContain('206')
    }
  })

  it('of change events, people on call and the log of a page is named', async () => {
    const { origin } = await startLoopback(({ url }, response) => {
      const name = url.pathname.split('/').at(-1) ?? ''
      const row = { id: 'X', summary: 'X', timestamp: at, created_at: at, user: { id: 'U', summary: 'Ada' } }
      sendJson(response, { [name]: Array.from({ length: 100 }, () => row), more: name !== 'services' })
    })
    const account = accountAt('pagerduty', origin)
    const deploys = await account.deploys?.fetchDeploys(0, never)
    expect(deploys?.gap?.more).toBe(true)
    expect(inEnglish(deploys?.gap?.reason)).toBe('only the first 200 change events were read: there are more')
    const onCall = await account.people?.onCall(never)
    expect(onCall?.ok && onCall.value.problem).toContain('only the first 500 oncalls were read')
    const details = await account.people?.pageDetails('P', never)
    expect(details?.ok && details.value.problem).toContain('only the first 300 log entries were read')
    const directory = await account.people?.directory(never)
    expect(directory?.ok && directory.value.problem).toContain('only the first 1,000')
  })

  it('of a status page is read on to its end, and where that does not come, named', async () => {
    const incident = (no: number) => ({ id: `i${no}`, name: `Incident ${no}`, status: 'investigating' })
    const all = Array.from({ length: 230 }, (_, no) => incident(no))
    const { origin } = await startLoopback(({ url }, response) => {
      const from = (Number(url.searchParams.get('page')) - 1) * 100
      sendJson(response, url.pathname.endsWith('/unresolved') ? all.slice(from, from + 100) : [])
    })
    const whole = await accountAt('statuspage', origin).publicPage?.fetchPublicPage(never)
    expect(whole?.ok && whole.value.incidents).toHaveLength(230)
    expect(whole?.gap).toBeUndefined()
    // Answers its first page whatever is asked for.
    const deaf = await startLoopback(({ url }, response) =>
      sendJson(response, url.pathname.endsWith('/unresolved') ? all.slice(0, 100) : []),
    )
    const cut = await accountAt('statuspage', deaf.origin).publicPage?.fetchPublicPage(never)
    expect(cut?.gap?.more).toBe(true)
    expect(inEnglish(cut?.gap?.reason)).toBe('only the first 100 unresolved incidents were read: there are more')
    expect(deaf.seen.filter(({ url }) => url.pathname.endsWith('/unresolved'))).toHaveLength(2)
  })

  it('of rules and annotations is named', async () => {
    const { origin } = await startLoopback(({ url }, response) => {
      if (url.pathname.endsWith('/rules')) return sendJson(response, { data: { groups: [], groupNextToken: 'abc' } })
      sendJson(
        response,
        Array.from({ length: 100 }, (_, id) => ({ id, time: id, text: 'Note' })),
      )
    })
    const account = accountAt('grafana', origin)
    expect(await account.rules?.fetchRules(never)).toMatchObject({ gap: { more: true } })
    const notes = await account.annotations?.fetchAnnotations({ from: 0, to: 9 }, never)
    expect(inEnglish(notes?.gap?.reason)).toBe('only the newest 100 annotations were read: there may be more')
  })
})
