import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HIDDEN, openSecretTraces } from '../../../src/main/engine/http/secret-traces'

const TOKEN = 'glsa_9fK2/vQx+7Lm=Pz0.RtY_4wB'
const bytes = (text: string) => [...Buffer.from(text)]
const hexOf = (byte: number) => byte.toString(16).padStart(2, '0')

/** RFC 4648, worked out by numbers of five bytes, other than the code does it. */
function base32(text: string): string {
  const signs = 'abcdefghijklmnopqrstuvwxyz234567'
  return (text.match(/[\s\S]{1,5}/g) ?? [])
    .map(five => {
      const number = BigInt(`0x${Buffer.from(five.padEnd(5, '\0')).toString('hex')}`)
      const written = number.toString(32).padStart(8, '0')
      const all = [...written].map(sign => signs.charAt(Number.parseInt(sign, 32))).join('')
      return all.slice(0, Math.ceil((five.length * 8) / 5)).padEnd(8, '=')
    })
    .join('')
}

/** Ways in which a proxy, a debug page or a log shipper writes what it was sent. */
const writings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'in capitals': text => text.toUpperCase(),
  'in small letters': text => text.toLowerCase(),
  'with slashes escaped': text => text.replaceAll('/', '\\/'),
  'as JSON in JSON': text => JSON.stringify(JSON.stringify(text)),
  'as JSON escapes': text =>
    bytes(text)
      .map(byte => `\\u00${hexOf(byte)}`)
      .join(''),
  'as \\x escapes': text =>
    bytes(text)
      .map(byte => `\\x${hexOf(byte)}`)
      .join(''),
  'percent encoded': text => encodeURIComponent(text),
  'percent encoded twice': text => encodeURIComponent(encodeURIComponent(text)),
  'each byte by percent': text =>
    bytes(text)
      .map(byte => `%${hexOf(byte).toUpperCase()}`)
      .join(''),
  'as HTML entities': text =>
    bytes(text)
      .map(byte => `&#${byte};`)
      .join(''),
  'as HTML entities in hex': text =>
    bytes(text)
      .map(byte => `&#x${hexOf(byte)};`)
      .join(''),
  'with named entities': text => text.replaceAll('/', '&sol;').replaceAll('+', '&plus;').replaceAll('=', '&equals;'),
  'in hex': text => Buffer.from(text).toString('hex'),
  'in base64': text => Buffer.from(text).toString('base64'),
  'in base64 behind its scheme': text => Buffer.from(`Bearer ${text}`).toString('base64'),
  'in base64 with the header': text => Buffer.from(`Authorization: Token token=${text}\r\n`).toString('base64'),
  'in base64 for addresses': text => Buffer.from(`x${text}`).toString('base64url'),
  'in hex with colons': text => bytes(text).map(hexOf).join(':'),
  'in hex with hyphens, in capitals': text => bytes(text).map(hexOf).join('-').toUpperCase(),
  'in hex with spaces': text => bytes(text).map(hexOf).join(' '),
  'in hex groups of a dump': text => Buffer.from(text).toString('hex').replace(/.{4}/g, '$& '),
  'in hex as code': text =>
    bytes(text)
      .map(byte => `0x${hexOf(byte)}`)
      .join(', '),
  'in hex under numbers': text => JSON.stringify({ ...bytes(text).map(byte => `0x${hexOf(byte)}`) }),
  'in hex of two bytes a letter': text => Buffer.from(text, 'utf16le').toString('hex'),
  'in hex of two bytes a letter, the high one first': text => Buffer.from(text, 'utf16le').swap16().toString('hex'),
  'as code points': text =>
    bytes(text)
      .map(byte => `U+00${hexOf(byte).toUpperCase()}`)
      .join(' '),
  'as old escapes of scripts': text =>
    bytes(text)
      .map(byte => `%u00${hexOf(byte)}`)
      .join(''),
  'as long escapes': text =>
    bytes(text)
      .map(byte => `\\U000000${hexOf(byte)}`)
      .join(''),
  'as a list of bytes': text => JSON.stringify(bytes(text)),
  'as a list of bytes over lines': text => JSON.stringify(bytes(text), null, 2),
  'as a list of bytes in JSON in JSON': text => JSON.stringify(JSON.stringify(bytes(text), null, 1)),
  'as a list of bytes with spaces': text => bytes(text).join(' '),
  'as a list of bytes for addresses': text => encodeURIComponent(bytes(text).join(' ')),
  'as bytes under numbers': text => JSON.stringify({ ...bytes(text) }),
  'as bytes under numbers over lines': text => JSON.stringify({ ...bytes(text) }, null, 4),
  'as bytes with arrows': text =>
    bytes(text)
      .map((byte, at) => `[${at}] => ${byte}\n`)
      .join(''),
  'in octal': text =>
    bytes(text)
      .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  'in octal of JSON': text =>
    bytes(text)
      .map(byte => `\\\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  'signs in octal': text =>
    text.replace(/[^A-Za-z0-9]/g, sign => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`),
  'as a list in octal': text =>
    bytes(text)
      .map(byte => byte.toString(8).padStart(3, '0'))
      .join(' '),
  'as decimal escapes': text =>
    bytes(text)
      .map(byte => `\\${String(byte).padStart(3, '0')}`)
      .join(''),
  'quoted-printable': text => text.replaceAll('=', '=3D').replace(/.{8}/g, '$&=\r\n'),
  'quoted-printable in JSON': text => JSON.stringify(text.replaceAll('=', '=3D').replace(/.{8}/g, '$&=\r\n')),
  'quoted-printable, each byte': text =>
    bytes(text)
      .map(byte => `=${hexOf(byte).toUpperCase()}`)
      .join(''),
  'in full-width letters': text => text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'in bold letters': text => text.replace(/[a-z]/g, sign => String.fromCodePoint(0x1d41a + sign.charCodeAt(0) - 97)),
  'in base32': text => base32(text),
  'in base32 behind its scheme': text => base32(`Bearer ${text}`),
  'in base32 over lines': text => base32(`token ${text}`).replace(/.{7}/g, '$&\n'),
  'in base64 for addresses, cut': text => Buffer.from(`xy${text}`).toString('base64url').slice(5, -3),
  'in base64 over lines': text => Buffer.from(`Bearer ${text}`).toString('base64').replace(/.{13}/g, '$&\r\n'),
  'in base64 of two bytes a letter': text => Buffer.from(text, 'utf16le').toString('base64'),
  'over two lines': text => `${text.slice(0, 11)}\r\n    ${text.slice(11)}`,
  'over lines of five': text => text.replace(/.{5}/g, '$&\n'),
  'with line breaks of JSON': text => text.replace(/.{6}/g, '$&\\n'),
  'with soft breaks of mail': text => text.replace(/.{7}/g, '$&=\n'),
  'with invisible characters': text => text.replace(/.{3}/g, '$&\u200b'),
  'its first half': text => text.slice(0, Math.ceil(text.length / 2)),
  'its last half': text => text.slice(Math.floor(text.length / 2)),
}

/** Whether some of what was written is left that another secret of that length would not have brought along. */
function leaks(write: (text: string) => string, secret: string, left: string): boolean {
  const [written, other] = [write(secret), write('~'.repeat(secret.length))]
  for (let at = 0; at + 24 <= written.length; at += 1) {
    const part = written.slice(at, at + 24)
    if (left.includes(part) && !other.includes(part)) return true
  }
  return false
}

describe('a credential that a vendor repeats', () => {
  it.each(Object.entries(writings))('[HR1] is found %s, and the words beside it stay', (_, write) => {
    const traces = openSecretTraces([{ text: TOKEN, open: 0 }])
    const text = `{"said":"refused: ${write(TOKEN)} is not known"}`
    const left = traces.hide(text)
    expect(left).toMatch(/^\{"said":"refused: .*is not known"\}$/s)
    expect(left).toContain(HIDDEN)
    expect(traces.isIn(left)).toBe(false)
    expect(left.toLowerCase()).not.toContain('vqx+7lm')
    expect(leaks(write, TOKEN, left)).toBe(false)
  })

  it.each([
    'not one character too few: glsa_9f and no more',
    'HTTP 200, 100 %, a/b\\c &amp; d, {"at":1785542400000}',
    '',
    '\u0000\ud800%E0%A4%A&#99999999;\\u12',
  ])('[HR1] leaves other words as they are: %j', text => {
    const traces = openSecretTraces([{ text: TOKEN, open: 0 }])
    expect(traces.hide(text)).toBe(text)
  })

  it('[HR1] holds for any token, and for one writing inside another', () => {
    const signs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.~']
    const token = fc.array(fc.constantFrom(...signs), { minLength: 16, maxLength: 64 }).map(all => all.join(''))
    const way = fc.constantFrom(...Object.values(writings))
    const layer = fc.constantFrom(
      (text: string) => text,
      (text: string) => encodeURIComponent(text),
      (text: string) => JSON.stringify(text),
      (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    )
    fc.assert(
      fc.property(token, way, layer, fc.string(), fc.string(), (secret, write, wrap, before, after) => {
        const traces = openSecretTraces([{ text: secret, open: 0 }])
        const written = (text: string) => wrap(write(text))
        const left = traces.hide(`${before} ${written(secret)} ${after}`)
        expect(traces.isIn(left)).toBe(false)
        expect(left).toContain(HIDDEN)
        expect(leaks(written, secret, left)).toBe(false)
      }),
      { numRuns: 600 },
    )
  })

  it('[HR1] is a password alone too, while a user’s name is none', () => {
    const traces = openSecretTraces([{ text: 'quarterdeck:correct horse 9', open: 12 }])
    expect(traces.hide('quarterdeck may not read, “correct horse 9” is wrong')).toBe(
      `quarterdeck may not read, “${HIDDEN}” is wrong`,
    )
    const header = `Basic ${Buffer.from('quarterdeck:correct horse 9').toString('base64')}`
    expect(traces.hide(header)).not.toContain(Buffer.from(' horse 9').toString('base64').slice(0, 8))
    const short = openSecretTraces([{ text: 'admin:pw', open: 6 }])
    expect(short.hide('admin is not known; you sent admin:pw')).toBe(`admin is not known; you sent ${HIDDEN}`)
  })

  it('[HR1] costs a storm of alerts little, and honest data nothing', () => {
    const password = openSecretTraces([{ text: 'reader:payments-prod-9', open: 7 }], 'data')
    expect(password.hide('payments-api is in payments')).toBe('payments-api is in payments')
    expect(password.hide('you sent payments-prod-9')).toBe(`you sent ${HIDDEN}`)
    const digits = openSecretTraces([{ text: '1785542400000', open: 0 }], 'data')
    expect(digits.hide('{"startsAt":1785542400000}')).toBe('{"startsAt":1785542400000}')
    const storm = `[${'{"labels":{"alertname":"Latency","path":"\\/pay"}},'.repeat(400_000)}"${TOKEN}"]`
    const began = performance.now()
    expect(
      openSecretTraces([{ text: TOKEN, open: 0 }], 'data')
        .hide(storm)
        .endsWith(`"${HIDDEN}"]`),
    ).toBe(true)
    expect(performance.now() - began).toBeLessThan(60_000)
  })
})
