import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HIDDEN, openSecretTraces } from '../../../src/main/engine/http/secret-traces'

const TOKEN = 'glsa_9fK2/vQx+7Lm=Pz0.RtY_4wB'
const bytes = (text: string) => [...Buffer.from(text)]
const hexOf = (byte: number) => byte.toString(16).padStart(2, '0')

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
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
