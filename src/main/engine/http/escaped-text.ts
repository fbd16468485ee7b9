/** From, and the place after the last. */
export type Range = readonly [number, number]

/** One way to read a text, such as with its escapes undone. */
export interface TextReading {
  readonly text: string
  /** Where in the whole text that part of this reading is written. */
  origin(begin: number, end: number): Range
}

/** Of JSON and programming languages (octal too), of addresses and of HTML. */
const escapes =
  /\\u0000[0-9a-f]{4}|[\\%]u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2}|\\[0-3]?[0-7]{2}|\\[^ux]|(?:%[0-9a-f]{2})+|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi

/**
 * What is no sign: a token that was wrapped (in mail behind a `=`), indented or filled up with invisible characters is
 * still that token.
 */
const filler = /(?:=\r?\n|[\s\p{Cc}\p{Cf}])+/gu

/**
 * Bytes as mail writes them, and letters of other widths and styles. Apart from the other escapes, since `=ab` is
 * mostly the beginning of a value.
 */
const mailAndLookalikes =
  /=[2-7][0-9a-f]|[\u00b2\u00b3\u00b9\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\u2100-\u214f\u2460-\u24ff\ufe50-\ufe6b\uff01-\uff5e\u{1d400}-\u{1d7ff}]/giu

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', sol: '/', plus: '+', equals: '=', colon: ':' },
  ...{ lowbar: '_', period: '.', hyphen: '-', dash: '-', bsol: '\\', commat: '@', num: '#', percnt: '%', dollar: '$' },
}

export function asWritten(text: string): TextReading {
  return { text, origin: (begin, end) => [begin, end] }
}

/** Undoes one layer of escapes; the reading itself where there are none. */
export function withoutEscapes(reading: TextReading): TextReading {
  return rewritten(reading, escapes, meant)
}

/** Drops white space and what cannot be seen. */
export function withoutFiller(reading: TextReading): TextReading {
  return rewritten(reading, filler, () => '')
}

/** Undoes quoted-printable and writes full-width and styled letters as plain ones. */
export function withoutMailAndLookalikes(reading: TextReading): TextReading {
  return rewritten(reading, mailAndLookalikes, sign =>
    sign.startsWith('=') ? character(Number.parseInt(sign.slice(1), 16)) : sign.normalize('NFKC'),
  )
}

function rewritten(reading: TextReading, what: RegExp, by: (sign: string) => string): TextReading {
  const text = reading.text.replace(what, sign => by(sign))
  if (text === reading.text) return reading
  // Nearly all texts hold no secret, and then nobody asks where a character came from.
  let places: Places | undefined
  return {
    text,
    origin: (begin, end) => {
      places ??= placesOf(reading.text, what, by)
      return reading.origin(places.from[begin] ?? 0, places.to[end - 1] ?? 0)
    },
  }
}

/** Of each UTF-16 unit of the new text: first unit of its source, and the one after its last. */
interface Places {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

function placesOf(text: string, what: RegExp, by: (sign: string) => string): Places {
  const from: number[] = []
  const to: number[] = []
  let at = 0
  const keepUpTo = (end: number) => {
    for (; at < end; at += 1) {
      from.push(at)
      to.push(at + 1)
    }
  }
  for (const found of text.matchAll(what)) {
    keepUpTo(found.index)
    at += found[0].length
    for (let units = by(found[0]).length; units > 0; units -= 1) {
      from.push(found.index)
      to.push(at)
    }
  }
  keepUpTo(text.length)
  return { from, to }
}

function meant(sign: string): string {
  if (/^[\\%]u|^\\x/i.test(sign)) return character(Number.parseInt(sign.slice(1).replace(/[^0-9a-f]/gi, ''), 16))
  if (sign.startsWith('%')) return percent(sign)
  if (sign.startsWith('&')) return entity(sign.slice(1, -1))
  if (sign.length > 2) return character(Number.parseInt(sign.slice(1), 8))
  return /[nrtbf]/.test(sign.charAt(1)) ? '\n' : sign.charAt(1)
}

function percent(sign: string): string {
  try {
    return decodeURIComponent(sign)
  } catch {
    // Not UTF-8, so each byte is read as a character of its own.
    return Buffer.from(sign.replaceAll('%', ''), 'hex').toString('latin1')
  }
}

function entity(name: string): string {
  if (/^#x/i.test(name)) return character(Number.parseInt(name.slice(2), 16))
  if (name.startsWith('#')) return character(Number(name.slice(1)))
  return named[name.toLowerCase()] ?? `&${name};`
}

function character(code: number): string {
  return code > 0x10_ff_ff ? '' : String.fromCodePoint(code)
}
