/**
 * The new value with the old one's objects wherever the two are equal, and the old one itself if all of it is: what
 * compares by identity then sees only what changed. For what JSON can hold and for packed numbers.
 */
export function keepEqual<Value>(before: unknown, now: Value): Value {
  if (Object.is(before, now)) return now
  if (isPacked(now)) return isPacked(before) && hasSameNumbers(before, now) ? (before as Value) : now
  if (Array.isArray(now)) return Array.isArray(before) ? (keptList(before, now) as Value) : now
  if (isRecord(now) && isRecord(before)) return keptRecord(before, now) as Value
  return now
}

function keptList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const kept = now.map((value, at) => keepEqual(before[at], value))
  const isWhole = kept.length === before.length && kept.every((value, at) => Object.is(value, before[at]))
  return isWhole ? before : kept
}

function keptRecord(before: Fields, now: Fields): Fields {
  const names = Object.keys(now)
  const kept = Object.fromEntries(names.map(name => [name, keepEqual(before[name], now[name])]))
  const isWhole =
    names.length === Object.keys(before).length &&
    names.every(name => Object.hasOwn(before, name) && Object.is(kept[name], before[name]))
  return isWhole ? before : kept
}

type Fields = Readonly<Record<string, unknown>>
type Packed = Readonly<ArrayLike<number>> & { readonly [Symbol.toStringTag]: string }

function isPacked(value: unknown): value is Packed {
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
}

function hasSameNumbers(one: Packed, other: Packed): boolean {
  if (one[Symbol.toStringTag] !== other[Symbol.toStringTag] || one.length !== other.length) return false
  // NaN is a gap, and equal to another one.
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) return false
  return true
}

function isRecord(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  // Of this window or of another: what was cloned between two of them has the other's.
  const prototype = Object.getPrototypeOf(value)
  return prototype !== null && Object.getPrototypeOf(prototype) === null
}
