/**
 * Reads JSON from outside without a parser library: the page, which has none, reads with these what a browser stored or a
 * person chose as a file.
 */

/** Undefined for what is no JSON. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut short, or written by something else: the caller has a default or a message for it.
    return undefined
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isOneOf<const One>(ones: readonly One[], value: unknown): value is One {
  return ones.some(one => one === value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(item => is(item))
}

/** Whether the record has no other field than these. */
export function hasOnly(value: Readonly<Record<string, unknown>>, fields: readonly string[]): boolean {
  return Object.keys(value).every(name => fields.includes(name))
}
