import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawableOf } from '../../../src/renderer/charts/drawable'
import { chartOption } from '../../../src/renderer/charts/option'
import { readPalette } from '../../../src/renderer/charts/palette'
import { chartMarks } from '../../../src/renderer/features/metrics/chart-marks'
import type { Annotation, Deploy } from '../../../src/shared/contract/metrics'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../src/shared/domain/timeline'
import { clockFace, utcFace } from '../../../src/shared/lib/clock-face'
import { HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'

const ten = 10 * HOUR
const at = (minute: number, second = 0) => ten + minute * MINUTE + second * SECOND
const deploy = (when: number, title = `Deploy ${when}`, services: readonly string[] = []): Deploy => ({
  ...{ id: `pd/${when}${title}`, connection: 'pd' as ConnectionId, title, services, source: '', at: when, url: null },
})
const note = (when: number, text: string, tags: readonly string[] = []): Annotation => ({
  ...{ id: `gf/${when}${text}`, connection: 'gf' as ConnectionId, text, tags, at: when, until: null },
})
const said = (kind: string, text: string, when: number, retraction: object | null = null) =>
  ({ kind, text, occurredAt: when, retraction }) as TimelineEntry
const marksOf = (
  deploys: readonly Deploy[],
  annotations: readonly Annotation[] = [],
  timeline: Timeline = [],
  clock = utcFace,
) => chartMarks({ timeline, deploys, annotations }, clock)
const read = (...sources: Parameters<typeof marksOf>) =>
  marksOf(...sources).map(({ label, text, kind = 'decision' }) => `${label} ${kind} ${text}`)

describe('marks in the charts', () => {
  it('[MT2] are the decisions that stand', () => {
    const timeline = [
      said('note', 'a', at(1)),
      said('decision', 'Roll back', at(2)),
      said('decision', 'Wrong', at(3), { reason: '' }),
      said('decision', 'Fail over', at(9)),
    ]
    expect(read([], [], timeline)).toEqual(['10:02 decision Roll back', '10:09 decision Fail over'])
  })

  it('[MT3] are the six newest deploys, with their services', () => {
    const deploys = [9, 8, 7, 6, 5, 4, 3].map(minute => deploy(at(minute), 'v', minute === 9 ? ['API', 'Web'] : []))
    expect(read(deploys)).toEqual([
      ...[4, 5, 6, 7, 8].map(minute => `10:0${minute} deploy v`),
      '10:09 deploy v (API, Web)',
    ])
  })

  it('[MT3] are dashed, and only where the chart shows that time', () => {
    const marks = marksOf([deploy(at(20)), deploy(at(-30))], [], [said('decision', 'Roll back', at(50))])
    const series = [{ name: 's', times: [at(10), at(60)], values: [1, 2] }]
    const data = { title: 'Errors', unit: 'count', series, thresholds: [], marks, until: at(60), stale: false } as const
    const drawn = chartOption(drawableOf(data, null), readPalette(document.body), { width: 400, height: 120 }).series
    const lines = (drawn as { markLine?: { data: { name: string; lineStyle: { type: string } }[] } }[])[1]?.markLine
      ?.data
    expect(lines?.map(({ name, lineStyle }) => [name, lineStyle.type])).toEqual([
      ['10:20', 'dashed'],
      ['10:50', 'solid'],
    ])
  })

  it('[MT6] are the newest notes on the vendor’s charts, with their tags', () => {
    const notes = [9, 8, 7, 6, 5, 4, 3].map(minute => note(at(minute), 'n', minute === 9 ? ['chaos', 'eu'] : []))
    expect(read([], notes)).toHaveLength(6)
    expect(read([], notes).at(-1)).toBe('10:09 note n (chaos, eu)')
  })

  it('[MT6] are no second mark of what another system told in the same minute', () => {
    const told = deploy(at(0), 'payments-api v2.41.0: New ledger', ['payments-api'])
    const notes = [
      note(at(0, 1), 'payments-api v2.41.0: new ledger', ['deploy']),
      note(at(1, 1), 'payments-api v2.41.0: new ledger'),
      note(at(2), '…'),
    ]
    expect(read([told], notes).slice(1)).toEqual(['10:01 note payments-api v2.41.0: new ledger', '10:02 note …'])
  })

  it('[MT12] of one minute are told apart by a letter, in the order in which they happened', () => {
    const timeline = [said('decision', 'Roll back', at(46, 40))]
    expect(read([deploy(at(46, 5), 'v1'), deploy(at(47), 'v2')], [note(at(46, 20), 'Load test')], timeline)).toEqual([
      '10:46 A deploy v1',
      '10:46 B note Load test',
      '10:46 C decision Roll back',
      '10:47 deploy v2',
    ])
  })

  it('[MT12] have the reader’s clock', () => {
    expect(read([deploy(at(46), 'v1')], [], [], clockFace({ hours: '12', zone: 'Asia/Kolkata' }))).toEqual([
      '4:16 pm deploy v1',
    ])
  })

  it('[MT12] keep their name while others come and leave the charts', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 2, maxLength: 14 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 20 }), (given, split) => {
        const deploys = given.toSorted((a, b) => a - b).map(minute => deploy(at(minute), `v${minute}`))
        const names = (some: readonly Deploy[]) => new Map(marksOf(some).map(({ text, label }) => [text, label]))
        const [before, after] = [names(deploys.slice(0, split)), names(deploys.slice(1))]
        for (const [text, label] of before) if (after.has(text)) expect(after.get(text)).toBe(label)
      }),
    )
  })

  it('[MT12] keep their letter when the older one of their minute is too old to be shown', () => {
    const deploys = [
      deploy(at(1, 1), 'old'),
      ...[10, 20, 30, 40, 50].map(second => deploy(at(1, second), `s${second}`)),
    ]
    const before = read(deploys)
    const after = read([...deploys, deploy(at(5), 'new')])
    expect(before[1]).toBe('10:01 B deploy s10')
    expect(after[0]).toBe('10:01 B deploy s10')
  })
})
