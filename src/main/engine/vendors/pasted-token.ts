const quotes: readonly string[] = ['""', "''", '``', '“”', '„“', '‘’', '«»', '<>']
/** As it is written in a request, or in a curl command that makes one. */
const header = /^(?:(?:-H|--header)\s*)?["']?authorization\s*:\s*/i
const scheme = /^(?:(?:bearer|oauth|token)\s+(?:token=)?|token=)/i
const basic = /^basic\s+([a-z0-9+/_-]+={0,2})$/i

/**
 * [CO1] The token itself, from what a person copied: with a header's name and scheme, quotes, spaces, line breaks and
 * invisible characters around or inside it. `Basic …` is decoded to its `user:password`.
 */
export function pastedToken(pasted: string): string {
  let token = pasted.replace(/[\p{Cc}\p{Cf}]+\s*/gu, '').trim()
  // The header's own quotes close after the token.
  if (header.test(token)) token = token.replace(header, '').replace(/["']$/, '')
  for (let before = ''; before !== token; ) {
    before = token
    token = unquoted(token.replace(scheme, '')).trim()
  }
  const packed = basic.exec(token)?.[1]
  const pair = packed === undefined ? '' : Buffer.from(packed, 'base64').toString()
  return pair.includes(':') ? pair : token
}

function unquoted(text: string): string {
  const isQuoted = text.length > 1 && quotes.includes(text.charAt(0) + text.charAt(text.length - 1))
  return isQuoted ? text.slice(1, -1) : text
}
