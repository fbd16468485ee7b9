import type { TextReading } from './escaped-text'

/** Fewer bytes than the shortest secret has cannot show it. */
const FEWEST_BYTES = 6
/** Between two bytes there is a comma, quotes, brackets or an arrow, and any white space. */
const WIDEST_GAP = 8
/** Marks a number that is no byte, and the gap between two lists; no secret has it. */
const NOISE = 1

/** Words made of digits that follow one another, list after list. */
interface Listed {
  /** With the prefix of the digits: `0x`, `x`, `u`, `0o`. */
  readonly begins: number[]
  readonly digits: number[]
  readonly ends: number[]
}

/**
 * What lists of bytes say: `75:43`, `0x75, 0x43`, `U+0075 U+0043`, `[117,43]`, `{"0":117,"1":43}`, `165 053`, and long hex,
 * of UTF-8 as of UTF-16. Each list is read as hex, decimal and octal, and with every second number left out as a key.
 */
export function listedBytes(of: TextReading): readonly TextReading[] {
  const listed = listsIn(of.text)
  if (listed.ends.length === 0) return []
  const ways = [
    ...strides.map(stride => () => bytesOf(of, listed, 16, stride)),
    ...strides.map(stride => () => bytesOf(of, listed, 10, stride)),
    () => bytesOf(of, listed, 8, strides[0]),
  ]
  return ways.flatMap(read => read() ?? [])
}

interface Stride {
  readonly first: number
  readonly step: number
}

const strides = [
  { first: 0, step: 1 },
  { first: 0, step: 2 },
  { first: 1, step: 2 },
] as const satisfies readonly Stride[]

function listsIn(text: string): Listed {
  const listed: Listed = { begins: [], digits: [], ends: [] }
  let list = { from: 0, digits: 0, gap: 0 }
  const close = () => {
    // Half as many digits as two for each byte are enough for a number each.
    const isOne = listed.ends.length - list.from >= FEWEST_BYTES || list.digits >= FEWEST_BYTES * 2
    if (isOne) put(listed, 0, 0, 0)
    else for (const all of [listed.begins, listed.digits, listed.ends]) all.length = list.from
    list = { from: listed.ends.length, digits: 0, gap: 0 }
  }
  for (let at = 0; at < text.length; ) {
    const sort = sortAt(text, at)
    if (sort === OTHER || sort === WHITE) {
      list.gap += sort === OTHER ? 1 : 0
      if (list.gap > WIDEST_GAP && listed.ends.length > list.from) close()
      at += 1
      continue
    }
    const begin = at
    const digits = digitsFrom(text, at)
    for (at = digits; sortAt(text, at) === DIGIT; ) at += 1
    const isWhole = !isWord(sortAt(text, at))
    while (isWord(sortAt(text, at))) at += 1
    if (isWhole && at > digits) {
      put(listed, begin, digits, at)
      list.digits += at - digits
      list.gap = 0
    } else if (listed.ends.length > list.from && text.slice(begin, at).toLowerCase() !== 'u') close()
  }
  close()
  return listed
}

function put({ begins, digits, ends }: Listed, begin: number, digit: number, end: number): void {
  begins.push(begin)
  digits.push(digit)
  ends.push(end)
}

const OTHER = 0
const WHITE = 1
const DIGIT = 2
const LETTER = 3

const sorts = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[0-9a-f]/i.test(sign)) return DIGIT
  if (/[a-z]/i.test(sign)) return LETTER
  return /\s/.test(sign) ? WHITE : OTHER
})

function sortAt(text: string, at: number): number {
  return sorts[text.charCodeAt(at)] ?? OTHER
}

function isWord(sort: number): boolean {
  return sort === DIGIT || sort === LETTER
}

/** After `0x`, `0o`, `x` or `u`; of `U+0075`, the `U` is a word of its own without meaning. */
function digitsFrom(text: string, begin: number): number {
  const first = text.charCodeAt(begin) | 0x20
  if (first === 0x78 || first === 0x75) return begin + 1
  const second = text.charCodeAt(begin + 1) | 0x20
  return text.charAt(begin) === '0' && (second === 0x78 || second === 0x6f) ? begin + 2 : begin
}

/** Null: too few of the bytes can be a sign of a secret. */
function bytesOf(of: TextReading, listed: Listed, base: number, { first, step }: Stride): TextReading | null {
  const { begins, digits, ends } = listed
  const room = base === 16 ? of.text.length + ends.length : ends.length
  const bytes = Buffer.alloc(room)
  const words = new Int32Array(room)
  let size = 0
  let signs = 0
  const keep = (byte: number, word: number) => {
    // UTF-16 has zeros, and white space is no sign anywhere.
    if (byte !== NOISE && (byte <= 0x20 || byte === 0x7f || byte === 0xa0)) return
    if (byte !== NOISE) signs += 1
    bytes[size] = byte
    words[size] = word
    size += 1
  }
  for (let word = first; word < ends.length; word += step) {
    const end = ends[word] ?? 0
    let at = digits[word] ?? 0
    if (end === 0) keep(NOISE, word)
    else if (base !== 16) keep(numberIn(of.text, at, end, base), word)
    else {
      // Of an odd number of digits, a zero in front of the first was left out.
      if ((end - at) % 2 === 1) keep(numberIn(of.text, at, ++at, 16), word)
      for (; at < end; at += 2) keep(numberIn(of.text, at, at + 2, 16), word)
    }
  }
  if (signs < FEWEST_BYTES) return null
  return {
    text: bytes.toString('latin1', 0, size),
    origin: (begin, end) => of.origin(begins[words[begin] ?? 0] ?? 0, ends[words[end - 1] ?? 0] ?? 0),
  }
}

function numberIn(text: string, begin: number, end: number, base: number): number {
  let number = 0
  for (let at = begin; at < end; at += 1) {
    const code = text.charCodeAt(at)
    const digit = code < 0x3a ? code - 0x30 : (code | 0x20) - 0x57
    if (digit >= base) return NOISE
    number = number * base + digit
    if (number > 0xff) return NOISE
  }
  return number
}
