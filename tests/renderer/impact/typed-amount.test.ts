import fc from 'fast-check'
import { expect, it } from 'vitest'
import { typedAmount } from '../../../src/renderer/features/impact/typed-amount'
import type { FigureName } from '../../../src/shared/domain/impact-figures'

it.each<[FigureName, string, number, string?]>([
  ['users-share', '34', 34],
  ['users-share', '0,5 %', 0.5],
  ['users-share', '12.345%', 12.345],
  ['users-share', '３４', 34],
  ['users', '4,300', 4_300],
  ['users', '4.300', 4_300],
  ['users', '~4.3k', 4_300],
  ['users', '1 200 000', 1_200_000],
  ['users', '2m', 2_000_000],
  ['tickets', '1,212', 1_212],
  ['tickets', '~2k', 2_000],
  ['revenue', '12k', 12_000, 'CHF'],
  ['revenue', '$12,000', 12_000, 'USD'],
  ['revenue', '€5.5k/h', 5_500, 'EUR'],
  ['revenue', '900 eur per hour', 900, 'EUR'],
  ['revenue', 'JPY 1,234,567.89', 1_234_567.89, 'JPY'],
  ['revenue', '1.234.567,5', 1_234_567.5, 'CHF'],
  ['revenue', 'US$ 0', 0, 'USD'],
  ['revenue', '900 MXN', 900, 'MXN'],
  ['revenue', '900BRL/h', 900, 'BRL'],
  ['revenue', '1.5k KRW', 1_500, 'KRW'],
  ['revenue', '900 mnt', 900, 'MNT'],
  ['revenue', '12kEUR', 12_000, 'EUR'],
  ['revenue', '12 MNOK', 12_000_000, 'NOK'],
  ['revenue', '2bn$', 2_000_000_000, 'USD'],
])('[IM7] %s: “%s” is %d', (figure, typed, value, currency) => {
  expect(typedAmount(typed, figure, 'CHF')).toEqual({ value, currency: currency ?? null })
})

it.each<[FigureName, string]>([
  ['users-share', '134'],
  ['users-share', '34 users'],
  ['users-share', '-3'],
  ['users', '4.3'],
  ['users', '5 %'],
  ['users', 'many'],
  ['users', ''],
  ['users', '1,2,3'],
  ['revenue', '$5 EUR'],
  ['revenue', '5 apples'],
  ['revenue', '12 mil'],
  ['revenue', '12 mio'],
  ['revenue', '1e9999'],
  ['revenue', '99999999999b'],
])('[IM7] %s: “%s” is none', (figure, typed) => {
  expect(typedAmount(typed, figure, 'USD')).toBeUndefined()
})

it('[IM7] reads or refuses whatever is typed, and never fails', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom<FigureName>('users-share', 'users', 'revenue'),
      (typed, figure) => {
        const amount = typedAmount(typed, figure, 'USD')
        expect(amount === undefined || Number.isFinite(amount.value)).toBe(true)
      },
    ),
  )
})

it.each(['\u0020', '\t', '\u00a0 ', '1 ', "1'", ', '])('[IM7] refuses a pasted row of “%s” at once', filler => {
  const typed = `1${filler.repeat(3_000)}!-`
  const began = performance.now()
  for (const figure of ['users-share', 'users', 'revenue'] as const)
    expect(typedAmount(typed, figure, 'USD')).toBeUndefined()
  expect(performance.now() - began).toBeLessThan(1_000)
})

it('[IM7] reads an amount that was pasted with its cells around it', () => {
  expect(typedAmount(`\t\t12k${' '.repeat(5_000)}EUR\n`, 'revenue', 'USD')).toEqual({ value: 12_000, currency: 'EUR' })
})
