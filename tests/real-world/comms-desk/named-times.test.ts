import { describe, expect, it } from 'vitest'
import { timesBeside } from '../../../src/shared/domain/named-times'
import { MINUTE } from '../../../src/shared/lib/time'

const at = (clock: string, day = 20) => Date.parse(`2026-11-${day}T${clock}:00Z`)
const beside = (text: string, promise: string | null, now = '01:20') =>
  timesBeside(text, { at: promise === null ? null : at(promise), declaredAt: at('00:58'), now: at(now) }).map(time =>
    new Date(time).toISOString().slice(11, 16),
  )

describe('[CM19] times that a text names beside the promise', () => {
  it.each([
    ['the promise itself', 'We will write again by 01:30 UTC.', '01:30', []],
    ['another one', 'We will write again by 01:30 UTC.', '01:35', ['01:30']],
    ['when it began, before it was declared', 'Since about 00:45 UTC payments fail. Again by 01:30 UTC.', '01:30', []],
    ['what was, beside the promise', 'It began to mend at 01:10 UTC. Again by 01:30 UTC.', '01:30', []],
    ['a time where none is promised', 'We will write again by 01:30.', null, ['01:30']],
    ['nothing', '', '01:30', []],
    ['one without a zone, one digit', 'Again by 1:30, at the latest at 2:00.', '01:30', ['02:00']],
    ['another zone, am and pm', 'Again by 03:30 CET, 1:40 pm, 01:50 a.m.', '01:30', []],
    ['what is no time of the day', 'Ratio 25:10, 01:45:10 long, port 10:0801', '01:30', []],
  ])('%s', (_, text, promise, expected) => {
    expect(beside(text, promise)).toEqual(expected)
  })

  it('a promise that passed while the form stood open is told from the new one', () => {
    expect(beside('We will write again by 01:30 UTC.', '01:35', '01:32')).toEqual(['01:30'])
  })

  it('over midnight it is the nearest', () => {
    const now = at('23:50')
    const promised = { at: at('00:05', 21), declaredAt: now - 20 * MINUTE, now }
    expect(timesBeside('Again by 00:05 UTC.', promised)).toEqual([])
    expect(timesBeside('Again by 00:10 UTC.', promised)).toEqual([at('00:10', 21)])
  })
})
