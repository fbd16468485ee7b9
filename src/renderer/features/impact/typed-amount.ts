import { type FigureName, type FigureWords, isFigure } from '../../../shared/domain/impact-figures'

/** A figure that a person typed. */
export type Amount = Pick<FigureWords, 'value' | 'currency'>

const symbols: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
}
const powers: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9 }

/** Longer than any amount: a table row pasted here by mistake is not searched for one. */
const LONGEST = 60

/** A power never begins another word: in `900 MXN` the M is no million, in `12kEUR` the k is a thousand. */
const amountForm = /^([^\d\s.,-]*) ?(\d[\d.,'’ ]*?) ?(?:(k|mn?|bn?)(?=\p{L}{3}$|\P{L}|$))?(?: ?([^\d\s.,-]+))?$/iu

/**
 * [IM7] `34 %`, `4.3k`, `€5,500`, `900 CHF/h`; undefined for anything else.
 * @param currency of an amount without one
 */
export function typedAmount(typed: string, figure: FigureName, currency: string): Amount | undefined {
  const said = typed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[~≈] ?/, '')
    .replace(/ ?(?:\/ ?h|per hour|an hour)$/i, '')
  if (said.length > LONGEST) return undefined
  const [, before = '', digits = '', power = '', after = ''] = amountForm.exec(said) ?? []
  const number = plainNumber(digits, figure)
  if (number === undefined) return undefined
  const value = Math.round(number * (powers[power.toLowerCase()] ?? 1) * 1e6) / 1e6
  const unit = before || after
  const isBoth = before !== '' && after !== ''
  const amount = { value, currency: figure === 'revenue' ? currencyOf(unit, currency) : null }
  const fits =
    figure === 'revenue' ? amount.currency !== null : unit === '' || (figure === 'users-share' && unit === '%')
  return fits && !isBoth && isFigure({ figure, ...amount }) ? amount : undefined
}

function currencyOf(unit: string, otherwise: string): string | null {
  if (unit === '') return otherwise
  const known = symbols[unit.toUpperCase()]
  if (known !== undefined) return known
  const code = unit.toUpperCase()
  // `12 mil` and `12 mio` are no currencies, though as long as one.
  return Intl.supportedValuesOf('currency').includes(code) ? code : null
}

/** Commas and points separate thousands or decimals; in a share, three digits after one are decimals. */
function plainNumber(digits: string, figure: FigureName): number | undefined {
  const typed = digits.replace(/[\s'’]/g, '')
  const isGrouped = figure !== 'users-share' && /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(typed)
  const last = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('.'))
  const whole = last < 0 || isGrouped ? typed : typed.slice(0, last)
  const decimals = last < 0 || isGrouped ? '' : typed.slice(last + 1)
  if (!/^\d+$/.test(whole.replace(/[.,]/g, '')) || !/^\d*$/.test(decimals)) return undefined
  if (!isGrouped && /[.,]/.test(whole) && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined
  return Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`)
}
