/** What apps put into their messages has no shape that can be relied on: each field is read for itself. */
export type LooseObject = Readonly<Record<string, unknown>>

export function asLooseObject(value: unknown): LooseObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseObject) : null
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Empty where there is none. */
export function textIn(object: LooseObject | null, field: string): string {
  const value = object?.[field]
  return typeof value === 'string' ? value : ''
}
