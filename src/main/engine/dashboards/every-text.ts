import { asJsonObject } from './schema'

/** Deeper than any dashboard; a hostile file must not overflow the stack. */
const DEEPEST = 60

/** A JSON value with each of its texts replaced; names of fields stay. What lies too deep stays as it is. */
export function everyText(value: unknown, fill: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return fill(value)
  if (depth >= DEEPEST) return value
  if (Array.isArray(value)) return value.map(one => everyText(one, fill, depth + 1))
  const object = asJsonObject(value)
  return object === null
    ? value
    : Object.fromEntries(Object.entries(object).map(([key, one]) => [key, everyText(one, fill, depth + 1)]))
}
