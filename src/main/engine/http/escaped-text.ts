/** Characters of a text as they read once its escapes are undone, each with where it stood in the text. */
export interface PlacedText {
  readonly text: string
  /** Of each UTF-16 unit of `text`: first unit of its source, and the one behind its last. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Of JSON and programming languages, of addresses and of HTML. */
const escapes =
  /\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2}|\\[^ux]|(?:%[0-9a-f]{2})+|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi

/**
 * What is no sign: a token that was wrapped (in mail behind a `=`), indented or filled up with invisible characters is
 * still that token.
 */
const filler = /(?:=\r?\n|[\s\p{Cc}\p{Cf}])+/gu

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', sol: '/', plus: '+', equals: '=', colon: ':' },
  ...{ lowbar: '_', period: '.', hyphen: '-', dash: '-', bsol: '\\', commat: '@', num: '#', percnt: '%', dollar: '$' },
}

/** Undoes one layer of escapes and drops white space. */
export function unescaped(text: string): string {
  return text.replace(escapes, meant).replace(filler, '')
}

/** As `unescaped`, keeping where each character came from. */
export function placedUnescaped(text: PlacedText): PlacedText {
  return replaced(replaced(text, escapes, meant), filler, () => '')
}

function replaced({ text, from, to }: PlacedText, what: RegExp, by: (sign: string) => string): PlacedText {
  const out = { text: '', from: [] as number[], to: [] as number[] }
  let at = 0
  const copyUpTo = (end: number) => {
    out.text += text.slice(at, end)
    for (; at < end; at += 1) {
      out.from.push(from[at] ?? 0)
      out.to.push(to[at] ?? 0)
    }
  }
  for (const found of text.matchAll(what)) {
    copyUpTo(found.index)
    at += found[0].length
    const put = by(found[0])
    for (let unit = 0; unit < put.length; unit += 1) {
      out.from.push(from[found.index] ?? 0)
      out.to.push(to[at - 1] ?? 0)
    }
    out.text += put
  }
  copyUpTo(text.length)
  return out
}

export function placed(text: string): PlacedText {
  const from = Array.from({ length: text.length }, (_, at) => at)
  return { text, from, to: from.map(at => at + 1) }
}

function meant(sign: string): string {
  if (sign.startsWith('%')) return percent(sign)
  if (sign.startsWith('&')) return entity(sign.slice(1, -1))
  if (/^\\[ux]/i.test(sign)) return character(Number.parseInt(sign.replace(/[^0-9a-f]/gi, ''), 16))
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
