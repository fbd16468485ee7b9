import { type Forms, type Words, words } from './words'

type Values = Readonly<Record<string, string | number>>

/** `say('{count} of {all}', { count: 3, all: 9 })` → `3 of 9`. A name that nobody fills in stays, so that it is seen. */
export function say(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

const plural = new Intl.PluralRules(words.language)

/** The form that goes with this number. */
export function formOf(forms: Forms, count: number): string {
  return forms[plural.select(count)] ?? forms.other
}

/** Says the form that goes with this number; `{count}` is the number as the language writes it: `1,200 lines`. */
export function sayCount(forms: Forms, count: number, values: Values = {}): string {
  return say(formOf(forms, count), { count: sayNumber(count), ...values })
}

const number = new Intl.NumberFormat(words.language)

/** `12345` → `12,345`, as the language of the screen groups digits. */
export function sayNumber(value: number): string {
  return number.format(value)
}

const list = new Intl.ListFormat(words.language, { type: 'unit', style: 'short' })

/** `{ value: 4, unit: 'min' }` → `4 min`: a span in the one unit that matters. */
export function sayRough({ value, unit }: { readonly value: number; readonly unit: keyof Words['spans'] }): string {
  return say(words.spans[unit], { value })
}

const sum = new Intl.ListFormat(words.language, { type: 'conjunction' })

/** `['a', 'b', 'c']` → `a, b and c`. */
export function sayAll(parts: readonly string[]): string {
  return sum.format(parts)
}

/** `['a', 'b', 'c']` → `a, b, c`, as the language strings things together. */
export function sayList(parts: readonly string[]): string {
  return list.format(parts)
}
