import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../src/shared/domain/ids'
import { changeTimeline, isProven, type LineChange, type TimelineEntry } from '../../src/shared/domain/timeline'

const line = (n: number): TimelineEntry => ({
  ...{ id: `e${n}` as EntryId, seq: n, kind: 'note', text: `line ${n}`, occurredAt: n, recordedAt: n },
  ...{ by: { kind: 'engine' }, pinned: false, attachments: [], automatic: false, routine: false },
  ...{ earlier: [], retraction: null },
})

/** Lines that count how often somebody goes through all of them. */
function countedLines(count: number) {
  const lines = Array.from({ length: count }, (_, n) => line(n))
  const seen = { times: 0 }
  const each = lines[Symbol.iterator].bind(lines)
  lines[Symbol.iterator] = () => {
    seen.times += 1
    return each()
  }
  return { lines, seen }
}

describe('changes to a timeline', () => {
  it('[TL1] of one batch copy it once, however many they are, and leave the one before as it was', () => {
    const { lines, seen } = countedLines(100)
    const changes = Array.from({ length: 500 }, (_, n): LineChange[] => [
      { change: 'added', entry: line(100 + n) },
      { change: 'amended', id: `e${n % 100}` as EntryId, amend: entry => ({ ...entry, text: 'amended' }) },
    ]).flat()
    const after = changeTimeline(lines, changes)
    expect(seen.times).toBe(1)
    expect(after).toHaveLength(600)
    expect(after[0]?.text).toBe('amended')
    expect(lines).toHaveLength(100)
    expect(lines[0]?.text).toBe('line 0')
  })

  it('that are none give back the very same timeline', () => {
    const { lines, seen } = countedLines(3)
    expect(changeTimeline(lines, [])).toBe(lines)
    expect(seen.times).toBe(0)
  })
})

it('[IN13] a line of before the damage that was changed behind it is not verified either', () => {
  const by = { kind: 'engine' } as const
  const proven = { provenSeq: 6, provenUntil: 1_000 }
  expect(isProven(line(6), proven)).toBe(true)
  expect(isProven(line(7), proven)).toBe(false)
  expect(isProven({ ...line(5), retraction: { reason: '', by, at: 1_001 } }, proven)).toBe(false)
  expect(isProven({ ...line(5), earlier: [{ text: 'was', by, replacedAt: 1_000 }] }, proven)).toBe(true)
  expect(isProven({ ...line(5), earlier: [{ text: 'was', by, replacedAt: 1_001 }] }, proven)).toBe(false)
  expect(isProven(line(1), { provenSeq: 0, provenUntil: null })).toBe(false)
})
