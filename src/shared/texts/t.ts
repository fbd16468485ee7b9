import { type PluralForms, type Texts, texts } from './texts'

type Values = Readonly<Record<string, string | number>>

/** `t('{count} of {all}', { count: 3, all: 9 })` → `3 of 9`. A name that nobody fills in stays, so that it is seen. */
export function t(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

const plural = new Intl.PluralRules(texts.language)

/** The form that goes with this number. */
export function pluralForm(forms: PluralForms, count: number): string {
  return forms[plural.select(count)] ?? forms.other
}

/** The form for this number, filled in; `{count}` is the number as the language writes it: `1,200 lines`. */
export function tCount(forms: PluralForms, count: number, values: Values = {}): string {
  return t(pluralForm(forms, count), { count: numberText(count), ...values })
}

const number = new Intl.NumberFormat(texts.language)

/** `12345` → `12,345`, as the language of the app groups digits. */
export function numberText(value: number): string {
  return number.format(value)
}

const list = new Intl.ListFormat(texts.language, { type: 'unit', style: 'short' })

/** `{ value: 4, unit: 'min' }` → `4 min`: a span in the one unit that matters. */
export function roughSpanText({
  value,
  unit,
}: {
  readonly value: number
  readonly unit: keyof Texts['spans']
}): string {
  return t(texts.spans[unit], { value })
}

const sum = new Intl.ListFormat(texts.language, { type: 'conjunction' })

/** `['a', 'b', 'c']` → `a, b and c`. */
export function andListText(parts: readonly string[]): string {
  return sum.format(parts)
}

/** `['a', 'b', 'c']` → `a, b, c`, as the language strings things together. */
export function listText(parts: readonly string[]): string {
  return list.format(parts)
}
