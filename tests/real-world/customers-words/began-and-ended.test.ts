import { describe, expect, it } from 'vitest'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { bendOf } from '../../../src/shared/domain/bend'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { type Chart, proposedTimes } from '../../../src/shared/domain/proposed-times'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

/** A line with a point each 15 s: usual, from `bends` on far up, and usual again from `back` on. In minutes after declaring. */
function line(
  bends: number,
  back: number | null,
  from = -60,
  until = 20,
  usual = (at: number) => 0.4 + 0.05 * Math.sin(at),
) {
  const minutes = Array.from({ length: (until - from) * 4 + 1 }, (_, index) => from + index / 4)
  const isFar = (at: number) => at >= bends && (back === null || at < back)
  return {
    times: minutes.map(at => story.START + at * MINUTE),
    values: minutes.map(at => (isFar(at) ? 27 : usual(at)) as number | null),
  }
}

const at = (minutes: number) => story.START + minutes * MINUTE

describe('where a chart bent', () => {
  it.each<[string, ReturnType<typeof line>, number | null, number | null]>([
    ['three minutes before it was declared, not back yet', line(-3, null), -3, null],
    ['and came back', line(-3, 12), -3, 12],
    [
      'newest point first',
      { times: line(-3, 12).times.toReversed(), values: line(-3, 12).values.toReversed() },
      -3,
      12,
    ],
    ['on a line that never moved before', line(-3, null, -60, 20, () => 100), -3, null],
    ['on a line that was zero before', line(-3, 12, -60, 20, () => 0), -3, 12],
    ['on a line that begins ten minutes before', line(-3, null, -10), -3, null],
    ['a single wild value is no bend', line(-3, -2.75), null, null],
    ['nothing happened', line(99, null), null, null],
    ['after it was declared: something else', line(5, null), null, null],
    ['too few points to know what is usual', { times: [at(-2), at(-1), at(0)], values: [1, 30, 30] }, null, null],
    ['no points', { times: [], values: [] }, null, null],
    ['gaps only', { times: line(-3, null).times, values: line(-3, null).values.map(() => null) }, null, null],
  ])('[BE3] %s', (_, points, from, until) => {
    const bend = bendOf(points, story.START)
    expect(bend).toEqual(from === null ? null : { from: at(from), until: until === null ? null : at(until) })
  })

  it('[BE3] a line of 50,000 points is read once', () => {
    const long = line(-3, null, -12_000, 20)
    const begun = performance.now()
    expect(bendOf(long, story.START)?.from).toBe(at(-3))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('times that are proposed', () => {
  const { incident } = story.recordOf([story.declared()])
  const errors: Chart = { title: 'Error rate', series: [line(-3, 12)] }

  it('[BE2] the chart, the page and the key press, the earliest first', () => {
    const page = { of: 'started' as const, at: at(-1), source: { kind: 'page' as const, name: 'Errors' } }
    const found = proposedTimes('started', { ...incident, proposedTimes: [page] }, [errors], at(20))
    expect(found.map(one => [one.at, one.source.kind])).toEqual([
      [at(-3), 'chart'],
      [at(-1), 'page'],
      [at(0), 'declared'],
    ])
  })

  it('[BE2] it has not ended while one line of the chart is still far from usual', () => {
    const two: Chart = { title: 'Error rate', series: [line(-3, 12), line(-2, null)] }
    expect(proposedTimes('ended', incident, [two], at(20))).toEqual([])
    expect(proposedTimes('ended', incident, [errors], at(20)).map(one => one.at)).toEqual([at(12)])
  })

  it('[BE2] one for each minute, a chart before a key press, none that is still to come', () => {
    const now: Chart = { title: 'Latency', series: [line(0.25, null)] }
    expect(proposedTimes('started', incident, [now], at(20)).map(({ source }) => source.kind)).toEqual(['chart'])
    expect(proposedTimes('ended', incident, [errors], at(5))).toEqual([])
  })
})

describe('times that a person confirms', () => {
  const page: AlertRow = {
    ...{
      id: 'pd/P1',
      connection: 'pd' as ConnectionId,
      externalId: 'P1',
      origin: 'page',
      title: 'High error rate on payments-api',
    },
    ...{ service: 'payments-api', urgency: 'high', state: 'firing', startedAt: 0, url: null },
  }

  function taken(startedAt: (now: number) => number) {
    const rows: AlertRow[] = []
    const bench = commandBench(scratchFolder(), { alert: () => rows[0] })
    rows.push({ ...page, startedAt: startedAt(bench.clock.now()) })
    bench.run('incident:take', { alert: page.id, severity: 'SEV-1' })
    const head = () => {
      const record = bench.ledger.record(bench.incident)
      if (record === null) throw new Error('The incident was not taken')
      return record
    }
    const confirm = (of: 'started' | 'ended', time: number) =>
      bench.run('incident:confirm-time', { of, at: time, source: { kind: 'person', name: '' } })
    return { bench, head, confirm, declaredAt: head().incident.declaredAt }
  }

  it('[BE2] the time of the page is kept with the incident, since the page may be gone later', () => {
    const { head, declaredAt } = taken(now => now - 50 * SECOND)
    expect(head().incident.proposedTimes).toEqual([
      { of: 'started', at: declaredAt - 50 * SECOND, source: { kind: 'page', name: page.title } },
    ])
    expect(head().incident.started).toBeNull()
  })

  it.each([
    ['of the year 1', () => -62_135_596_800_000],
    ['of the future', (now: number) => now + MINUTE],
    ['that is no number', () => Number.NaN],
  ])('[BE2] a time %s is none', (_, startedAt) => {
    expect(taken(startedAt).head().incident.proposedTimes).toEqual([])
  })

  it('[BE1] is a fact with who, from where and when; said again, it is corrected', () => {
    const { head, confirm, declaredAt } = taken(now => now)
    expect(confirm('started', declaredAt - 3 * MINUTE).ok).toBe(true)
    expect(confirm('started', declaredAt - 4 * MINUTE).ok).toBe(true)
    expect(head().incident.started).toMatchObject({
      at: declaredAt - 4 * MINUTE,
      by: { responder: { name: 'Dana Scully' } },
    })
    expect(
      head()
        .timeline()
        .filter(({ text }) => text.startsWith('Started at')),
    ).toHaveLength(2)
  })

  it('[BE1] cannot be still to come, nor end before it began', () => {
    const { bench, head, confirm, declaredAt } = taken(now => now)
    bench.clock.advance(10 * MINUTE)
    expect(confirm('started', declaredAt + 11 * MINUTE).ok).toBe(false)
    expect(confirm('started', declaredAt - MINUTE).ok).toBe(true)
    expect(confirm('ended', declaredAt - MINUTE).ok).toBe(false)
    expect(confirm('ended', declaredAt + 8 * MINUTE).ok).toBe(true)
    expect(confirm('started', declaredAt + 9 * MINUTE).ok).toBe(false)
    expect(head().incident.ended?.at).toBe(declaredAt + 8 * MINUTE)
  })
})
