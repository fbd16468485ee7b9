/** How a number is written next to others. All numbers are in one scale. */
export interface NumberFormat {
  /** As many decimals as the panel's author asked for; absent: about three significant digits in all. */
  readonly decimals?: number | undefined
  /** Numbers that it must not seem to have reached or passed. */
  readonly beside: readonly number[]
  /** All digits that it was set with, as far as that is possible: a threshold. */
  readonly exact?: boolean | undefined
}

/** More digits add nothing: `>0` is enough. */
const MOST_DECIMALS = 6
const MOST_EXACT = 4
/** Rounding errors of floating-point sums. */
const NOISE = 1e-12
const RELATIVE_NOISE = 1e-9

/**
 * [NU1] A number in the digits that it needs and no more. It is never rounded onto or across one of `beside`: it gets
 * more digits, and where those do not help, `>0` or `<100`.
 */
export function digits(value: number, { decimals, beside, exact }: NumberFormat): string {
  // Nothing was measured: no figure, and none next to another.
  if (Number.isNaN(value)) return '–'
  const clean = Math.abs(value) < NOISE ? 0 : value
  const first = decimals ?? usualDecimals(clean)
  const start = exact === true ? exactDecimals(clean, first) : first
  for (let count = start; count <= Math.max(start, MOST_DECIMALS); count += 1) {
    if (beside.every(other => staysApart(clean, other, count))) return written(clean, decimals ?? 0, count)
  }
  // The other one gives way.
  if (exact === true) return written(clean, 0, start)
  const touched = beside.find(other => !staysApart(clean, other, MOST_DECIMALS)) ?? 0
  return `${clean < touched ? '<' : '>'}${written(touched, 0, MOST_DECIMALS)}`
}

function usualDecimals(value: number): number {
  const size = Math.abs(value)
  return size >= 100 ? 0 : size >= 10 ? 1 : 2
}

function exactDecimals(value: number, first: number): number {
  for (let count = first; count <= MOST_EXACT; count += 1) if (isSame(rounded(value, count), value)) return count
  return first
}

/** Both, written with so many decimals, stay on their sides. */
function staysApart(value: number, other: number, count: number): boolean {
  return isSame(value, other) || Math.sign(rounded(value, count) - rounded(other, count)) === Math.sign(value - other)
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * RELATIVE_NOISE
}

function rounded(value: number, count: number): number {
  return Number(value.toFixed(Math.min(count, 100)))
}

const formats = new Map<string, Intl.NumberFormat>()

function written(value: number, least: number, most: number): string {
  const key = `${least} ${most}`
  const known = formats.get(key)
  const options = { minimumFractionDigits: least, maximumFractionDigits: most }
  const format = known ?? new Intl.NumberFormat('en-GB', options)
  if (known === undefined) formats.set(key, format)
  return format.format(value)
}
