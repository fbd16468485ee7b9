import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRows, type Row, rowOfLine } from '../../../src/renderer/features/timeline/list/rows'
import type { EntryId } from '../../../src/shared/domain/ids'
import type { TimelineEntry } from '../../../src/shared/domain/timeline'

const HOUR = 3_600_000
const by = { kind: 'engine' } as const

function entry(seq: number, change: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    ...{
      id: `e${seq}` as EntryId,
      seq,
      kind: 'note',
      text: `line ${seq}`,
      occurredAt: seq * HOUR,
      recordedAt: seq * HOUR,
    },
    ...{
      by,
      pinned: false,
      attachments: [],
      automatic: false,
      routine: false,
      earlier: [],
      retraction: null,
      ...change,
    },
  }
}

const options = { dayOf: (at: number) => Math.floor(at / (24 * HOUR)), shows: undefined, unfolded: new Set<string>() }
const kinds = (rows: readonly Row[]) =>
  rows.map(row => (row.kind === 'folded' ? `folded ${row.entries.length}` : row.kind))
const routine = { automatic: true, routine: true } as const

describe('the rows of a timeline', () => {
  it('[TL6] folds four routine lines and more, never fewer, nor one that is pinned or went wrong', () => {
    const run = (count: number, from: number) => Array.from({ length: count }, (_, n) => entry(from + n, routine))
    const three = [entry(1), ...run(3, 2), entry(5)]
    expect(kinds(buildRows(three, options).rows)).toEqual(['day', 'line', 'line', 'line', 'line', 'line'])
    const four = [entry(1), ...run(4, 2), entry(6)]
    expect(kinds(buildRows(four, options).rows)).toEqual(['day', 'line', 'folded 4', 'line'])
    const wrong = [...run(3, 1), entry(4, { automatic: true }), ...run(3, 5)]
    expect(kinds(buildRows(wrong, options).rows)).not.toContain('folded 6')
    const pinned = [...run(3, 1), entry(4, { ...routine, pinned: true }), ...run(3, 5)]
    expect(kinds(buildRows(pinned, options).rows).filter(kind => kind === 'line')).toHaveLength(7)
    const open = { ...options, unfolded: new Set(['folded:e2']) }
    expect(kinds(buildRows(four, open).rows)).toEqual([
      'day',
      'line',
      'folded 4',
      'line',
      'line',
      'line',
      'line',
      'line',
    ])
  })

  it('begins each day with its name, by the clock that stands first', () => {
    const lines = [entry(22), entry(23), entry(24), entry(49)]
    expect(kinds(buildRows(lines, options).rows)).toEqual(['day', 'line', 'line', 'day', 'line', 'day', 'line'])
    const east = { ...options, dayOf: (at: number) => Math.floor((at + HOUR) / (24 * HOUR)) }
    expect(kinds(buildRows(lines, east).rows)).toEqual(['day', 'line', 'day', 'line', 'line', 'day', 'line'])
  })

  it('[TL6] rows that go on from those of before are those that are built anew, whatever changed', () => {
    const line = fc.record({ routine: fc.boolean(), pinned: fc.boolean(), step: fc.nat(9) })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.array(line, { maxLength: 20 }),
        fc.nat(60),
        (first, more, at) => {
          const made = [...first, ...more].map((one, seq) =>
            entry(seq, { ...one, automatic: one.routine, occurredAt: seq * HOUR + one.step }),
          )
          const before = made.slice(0, first.length)
          const corrected = before.map((one, place) => (place === at ? { ...one, text: 'corrected' } : one))
          const inserted = corrected.toSpliced(at, 0, entry(1_000, { occurredAt: before[at]?.occurredAt ?? 0 }))
          const built = buildRows(before, options)
          for (const after of [made, corrected, inserted, before.slice(0, at)]) {
            expect(buildRows(after, options, built).rows).toEqual(buildRows(after, options).rows)
          }
        },
      ),
    )
  })

  it('finds the row of every line, also inside of a fold', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 80 }), flags => {
        const lines = flags.map((one, seq) => entry(seq, { automatic: one, routine: one }))
        const { rows } = buildRows(lines, options)
        for (const [at, line] of lines.entries()) {
          const row = rows[rowOfLine(rows, at)]
          expect(row?.kind === 'folded' ? row.entries.includes(line) : row?.kind === 'line' && row.entry === line).toBe(
            true,
          )
        }
      }),
    )
  })
})
