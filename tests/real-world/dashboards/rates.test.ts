import { describe, expect, it } from 'vitest'
import { scrapeInterval } from '../../../src/main/engine/dashboards/scrape-interval'
import { readPanel } from '../../../src/main/engine/feeds/panels'
import type { shapeAnswer } from '../../../src/main/engine/feeds/shape'
import { fail, ok } from '../../../src/shared/lib/reply'
import { MINUTE } from '../../../src/shared/lib/time'
import { startLoopback } from '../../main/http/loopback'
import { accountAt, minute } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'
import { pinned, specsOf } from './a-dashboard'

const signal = new AbortController().signal

async function askedOf(panel: object, around: object = {}) {
  const targets = [{ refId: 'A', expr: 'rate(hits[$__rate_interval])', ...panel }]
  const found = await pinned({ panels: [{ type: 'timeseries', title: 'Hits', targets }] }, around)
  return specsOf(found)[0]?.queries[0]?.expr
}

describe('[DB16] the window of `$__rate_interval`', () => {
  it('sees four scrapes of the Prometheus that is asked, and never fewer than the panel wants', async () => {
    expect(await askedOf({})).toBe('rate(hits[60s])')
    expect(await askedOf({}, { scrape: MINUTE })).toBe('rate(hits[240s])')
    expect(await askedOf({ interval: '2m' }, { scrape: MINUTE })).toBe('rate(hits[480s])')
    expect(await askedOf({ interval: '15s' }, { scrape: MINUTE })).toBe('rate(hits[240s])')
    expect(await askedOf({ interval: '30' })).toBe('rate(hits[120s])')
  })

  it('follows the panel’s own step through Grafana too, which cannot know it', async () => {
    expect(await askedOf({}, { through: 'grafana' })).toBe('rate(hits[$__rate_interval])')
    expect(await askedOf({ interval: '1m' }, { through: 'grafana' })).toBe('rate(hits[240s])')
  })

  it('is told by counting how often `up` was written', async () => {
    const server = await startLoopback((_seen, response) => {
      const value = [1_000, '61.2']
      sendJson(response, { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value }] } })
    })
    expect(await scrapeInterval(accountAt('prometheus', server.origin).names?.(minute.to), signal)).toBe(MINUTE)
    expect(server.seen[0]?.body).toContain('count_over_time')
  })

  it('is Grafana’s where nothing can be counted', async () => {
    const unused = async () => ok([])
    const answers = ['', '{} NaN 1000', '{} +Inf 1000', '{} 0 1000', 'nonsense']
    for (const line of answers) {
      const names = { labelNames: unused, labelValues: unused, series: unused, queryResult: async () => ok([line]) }
      expect(await scrapeInterval(names, signal)).toBeNull()
    }
    const refused = { kind: 'vendor-error', message: 'no' } as never
    const names = { labelNames: unused, labelValues: unused, series: unused, queryResult: async () => fail(refused) }
    expect(await scrapeInterval(names, signal)).toBeNull()
  })
})

describe('[DB16] a panel that nothing came for', () => {
  const before = { id: 'p', title: 'Hits', unit: 'count', thresholds: [], series: [], feed: '', trueAt: null } as const
  const panel = (expr: string) => ({ unit: 'count', queries: [{ legend: '', expr }] }) as const
  const empty = { panel: 'p', series: [], problem: '', warnings: [] }
  const warned = (expr: string, answer: Parameters<typeof shapeAnswer>[1]) =>
    readPanel({ ...before, problem: '', warnings: [] }, panel(expr), answer, { feed: 'f', trueAt: 1 }).warnings

  it('says that its rates may be shorter than two scrapes', () => {
    expect(warned('sum by (code) (rate(hits[60s]))', empty)[0]).toContain('No data: rates over 60s need two scrapes')
    expect(warned('increase(hits{a="b"} [ $__rate_interval ])', empty)[0]).toContain('Grafana’s $__rate_interval')
    const gaps = { ...empty, series: [{ name: 'a', times: [1, 2], values: [null, null] }] }
    expect(warned('rate(hits[1m])', gaps)).toHaveLength(1)
  })

  it('says nothing of it where something came, failed, or no rate was asked for', () => {
    expect(warned('rate(hits[1m])', { ...empty, series: [{ name: 'a', times: [1], values: [0] }] })).toEqual([])
    expect(warned('rate(hits[1m])', { ...empty, problem: 'parse error' })).toEqual([])
    expect(warned('up', empty)).toEqual([])
    expect(warned('generate(hits[1m])', empty)).toEqual([])
  })
})
