import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/renderer/charts/chart-data'
import { clusteredMarks, labelAlign, marksNear } from '../../../src/renderer/charts/mark-clusters'
import { PLOT } from '../../../src/renderer/charts/plot'

const span = { from: 0, to: 1_000 }
/** A plot of one pixel a millisecond. */
const width = 1_000 + PLOT.left + PLOT.right
const mark = (at: number, label: string, kind?: 'deploy' | 'note'): Mark => ({
  ...{ at, label, text: `text of ${label}` },
  ...(kind && { kind }),
})
const labels = (marks: readonly Mark[]) => marks.map(({ at, label }) => [at, label])

describe('marks that lie close', () => {
  it('[CH11] become one with a count: a decision before a deploy before a note, where it was', () => {
    const marks = [mark(100, 'A1', 'note'), mark(110, 'R1', 'deploy'), mark(120, '1'), mark(400, 'A2', 'note')]
    expect(labels(clusteredMarks(marks, span, width))).toEqual([
      [120, '1 +2'],
      [400, 'A2'],
    ])
  })

  it('[CH11] stand alone again in a wider chart, or in a shorter span', () => {
    const marks = [mark(100, 'R1', 'deploy'), mark(120, 'R2', 'deploy')]
    expect(clusteredMarks(marks, span, width)).toHaveLength(1)
    expect(labels(clusteredMarks(marks, span, 2 * width))).toEqual([
      [100, 'R1'],
      [120, 'R2'],
    ])
    expect(clusteredMarks(marks, { from: 50, to: 300 }, width)).toHaveLength(2)
    expect(clusteredMarks(marks, null, width)).toBe(marks)
  })

  it('[CH11] never overlap, lose none, and stand where one of them was', () => {
    const kinds = fc.constantFrom(undefined, 'deploy' as const, 'note' as const)
    const some = fc.array(fc.record({ at: fc.integer({ min: 0, max: 1_000 }), kind: kinds }), { maxLength: 40 })
    fc.assert(
      fc.property(some, fc.integer({ min: 120, max: 1_200 }), (given, box) => {
        const marks = given.map(({ at, kind }, place) => mark(at, `M${place}`, kind))
        const shown = clusteredMarks(marks, span, box)
        const perMilli = (box - PLOT.left - PLOT.right) / 1_000
        const gaps = shown.slice(1).map(({ at }, place) => (at - (shown[place]?.at ?? 0)) * perMilli)
        expect(gaps.every(gap => gap >= 28)).toBe(true)
        const counted = shown.reduce((sum, { label }) => sum + 1 + Number(label.split(' +')[1] ?? 0), 0)
        expect(counted).toBe(marks.length)
        for (const { at } of shown) expect(marks.some(one => one.at === at)).toBe(true)
      }),
    )
  })

  it('[CH11] stand further apart where their names are longer', () => {
    const named = (label: string) => [mark(100, label), mark(140, label)]
    expect(clusteredMarks(named('1'), span, width)).toHaveLength(2)
    expect(labels(clusteredMarks(named('10:46'), span, width))).toEqual([[100, '10:46 +1']])
    expect(clusteredMarks([mark(100, '10:46'), mark(150, '10:47')], span, width)).toHaveLength(2)
  })

  it('[CH11] never cover the axis, the edge or each other with their labels', () => {
    const kinds = fc.constantFrom(undefined, 'deploy' as const, 'note' as const)
    const some = fc.array(fc.record({ at: fc.integer({ min: 0, max: 1_000 }), kind: kinds }), { maxLength: 10 })
    fc.assert(
      fc.property(some, fc.integer({ min: 200, max: 1_200 }), (given, box) => {
        const marks = given.map(({ at, kind }) => mark(at, '10:46', kind))
        const inner = box - PLOT.left - PLOT.right
        const places = clusteredMarks(marks, span, box).map(one => {
          const [x, wide] = [(one.at / 1_000) * inner, 6 * one.label.length + 8]
          const from = { left: x, center: x - wide / 2, right: x - wide }[labelAlign(one, span, box)]
          return { from, to: from + wide }
        })
        for (const [place, { from, to }] of places.entries()) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(inner + PLOT.right)
          // Two counts side by side may touch.
          expect(from).toBeGreaterThanOrEqual((places[place - 1]?.to ?? 20) - 20)
        }
      }),
    )
  })

  it('[CH12] are read one by one where the pointer is, the nearest first', () => {
    const marks = [100, 110, 115, 400, 118, 119].map((at, place) => mark(at, `M${place}`))
    expect(marksNear(marks, 116, span).map(({ at }) => at)).toEqual([115, 118, 119, 110])
    expect(marksNear(marks, 800, span)).toEqual([])
  })
})
