import { describe, expect, it } from 'vitest'
import { type ReadLine, readLine } from '../../../src/renderer/features/timeline/line-grammar'
import { rowClock } from '../../../src/renderer/ui/row-clock'

const NOW = Date.UTC(2026, 10, 20, 15, 30, 20)
const at = (day: number, hour: number, minute: number, second = 0) => Date.UTC(2026, 10, day, hour, minute, second)

const table: readonly (readonly [string, Partial<ReadLine>])[] = [
  ['Bridge is open', { kind: 'note', text: 'Bridge is open', occurredAt: null, pinned: false }],
  ['!decision Roll back', { kind: 'decision', text: 'Roll back' }],
  ['!action Roll back', { kind: 'action' }],
  ['!finding Pool is full', { kind: 'finding' }],
  ['!todo Tell legal', { kind: 'todo', text: 'Tell legal' }],
  ['!Decision Roll back', { kind: 'decision' }],
  ['14:23 Deploy began', { occurredAt: at(20, 14, 23), text: 'Deploy began' }],
  ['14:23:05 Deploy began', { occurredAt: at(20, 14, 23, 5) }],
  ['9:05 Deploy began', { occurredAt: at(20, 9, 5) }],
  ['23:50 Before midnight', { occurredAt: at(19, 23, 50), text: 'Before midnight' }],
  ['15:31 A fast wall clock', { occurredAt: NOW }],
  ['25:10 No such time', { occurredAt: null, text: '25:10 No such time' }],
  ['-5m Deploy began', { occurredAt: NOW - 300_000, text: 'Deploy began' }],
  ['-30s Deploy began', { occurredAt: NOW - 30_000 }],
  ['-2h Deploy began', { occurredAt: NOW - 7_200_000 }],
  ['!decision 14:23 Roll back', { kind: 'decision', occurredAt: at(20, 14, 23), text: 'Roll back' }],
  ['-5m !decision Roll back +pin', { kind: 'decision', occurredAt: NOW - 300_000, pinned: true, text: 'Roll back' }],
  ['Roll back +pin', { pinned: true, text: 'Roll back' }],
  ['Roll back +pinned', { pinned: false, text: 'Roll back +pinned' }],
  ['Say +pin to pin', { pinned: false, text: 'Say +pin to pin' }],
  ['!decision !action twice', { kind: 'decision', text: '!action twice' }],
  ['14:23 15:00 is the new time', { occurredAt: at(20, 14, 23), text: '15:00 is the new time' }],
  ['!urgent Look', { kind: 'note', text: '!urgent Look', unknownKind: '!urgent' }],
  ['!= is not equal', { kind: 'note', text: '!= is not equal', unknownKind: null }],
  ['\\!decision as text', { kind: 'note', text: '!decision as text', unknownKind: null }],
  ['\\14:23 as text', { occurredAt: null, text: '14:23 as text' }],
  ['!decision', { kind: 'note', text: '!decision' }],
  ['!decision ', { kind: 'decision', text: '' }],
  ['  spaces   ', { text: 'spaces' }],
  ['', { kind: 'note', text: '' }],
  ['+pin', { pinned: true, text: '' }],
]

describe("the scribe's line", () => {
  it.each(table)('%j', (typed, read) => {
    expect(readLine(typed, NOW)).toMatchObject(read)
  })
})

/** NOW is 9:15:20 pm there. */
const kathmandu = rowClock({ hours: '12', zone: 'Asia/Kathmandu' })

const twelveHours: typeof table = [
  ['9:10 pm Deploy began', { occurredAt: at(20, 15, 25), text: 'Deploy began' }],
  ['9:10pm Deploy began', { occurredAt: at(20, 15, 25), text: 'Deploy began' }],
  ['9:10:05 PM Deploy began', { occurredAt: at(20, 15, 25, 5), text: 'Deploy began' }],
  ['9:10 am Deploy began', { occurredAt: at(20, 3, 25), text: 'Deploy began' }],
  ['12:05 am Just after midnight', { occurredAt: at(19, 18, 20) }],
  ['12:05 pm Just after noon', { occurredAt: at(20, 6, 20) }],
  ['10:30 pm Yesterday', { occurredAt: at(19, 16, 45) }],
  ['9:10 The last time the clock showed it', { occurredAt: at(20, 15, 25) }],
  ['9:40 The last time the clock showed it', { occurredAt: at(20, 3, 55) }],
  ['21:10 Of a log', { occurredAt: at(20, 15, 25) }],
  ['13:10 pm No such time', { occurredAt: null, text: '13:10 pm No such time' }],
  ['!decision 9:10 pm Roll back', { kind: 'decision', occurredAt: at(20, 15, 25), text: 'Roll back' }],
  ['9:10 pmap shows the leak', { occurredAt: at(20, 15, 25), text: 'pmap shows the leak' }],
]

describe("[CK2] the scribe's line on a twelve-hour screen", () => {
  it.each(twelveHours)('%j', (typed, read) => {
    expect(readLine(typed, NOW, kathmandu)).toMatchObject(read)
  })

  it('leaves a word that only looks like half of a day to a screen of 24 hours', () => {
    expect(readLine('9:15 am Server gearbeitet', NOW)).toMatchObject({ text: 'am Server gearbeitet' })
    expect(readLine('9:15pm Deploy began', NOW)).toMatchObject({ occurredAt: at(19, 21, 15), text: 'Deploy began' })
  })
})
