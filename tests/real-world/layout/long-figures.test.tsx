import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Countdown } from '../../../src/renderer/ui/countdown'
import { clockText } from '../../../src/renderer/ui/span-text'
import { measure, measured } from '../../../src/shared/contract/figures/units'
import { usualLadder } from '../../../src/shared/domain/ladder'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import '../../support/pane-stage'

describe('a clock that ran for long', () => {
  it.each([
    [59 * MINUTE + 59 * SECOND, '59:59'],
    [26 * HOUR, '26:00:00'],
    [100 * HOUR - 1, '99:59:59'],
    [100 * HOUR, '4 d'],
    [1000 * HOUR, '41 d'],
    [-1000 * HOUR, '−41 d'],
    [3 * 365 * DAY, '1095 d'],
    [0, '00:00'],
  ])('of %d ms is written %s', (span, said) => {
    expect(clockText(span)).toBe(said)
  })

  it('is no longer than one of a day, whatever was due', () => {
    render(<Countdown deadline={{ dueAt: 0, ladder: usualLadder }} now={1000 * HOUR} />)
    expect(screen.getByTitle(/^Was due/).textContent).toBe('+41 d')
  })
})

describe('a figure of many digits', () => {
  it.each([
    [123_456_789_012, 'plain', '123G'],
    [-123_456_789_012, 'watt', '-123G\u202fW'],
    [123_456_789_012, 'percent', '123G\u202f%'],
    [1e15, 'seconds', '11.6G\u202fd'],
    [999_999_999, 'plain', '999,999,999'],
    [1_234_567, 'plain', '1,234,567'],
    [123_456_789_012, 'per-second', '123G/s'],
  ] as const)('%d in %s is written %s', (value, unit, said) => {
    expect(measured(value, unit)).toBe(said)
  })

  it('still does not seem to have reached the limit beside it', () => {
    expect(measure(99_990_000_000, 'plain', { beside: [100_000_000_000] }).number).toBe('99.99G')
  })
})
