import { type Header, type HostileRow, link, page, row, type Scene, withBody, withHeader } from './raw-request'

/** One header of the handshake said in another way; no value: left out. */
// biome-ignore format: one line a header reads best
const handshake: readonly (readonly [name: string, ...values: readonly (readonly string[])[]])[] = [
  ['Sec-WebSocket-Version', [], [''], ['0'], ['7'], ['8'], ['12'], ['14'], ['013'], ['13.0'], ['13, 8'], ['+13'], ['1e1'], ['13', '13'], ['13', '8']],
  ['Sec-WebSocket-Key', [], [''], ['short'], ['dGhlIHNhbXBsZSBub25jZQ='], ['dGhlIHNhbXBsZSBub25jZQ==='], ['dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ=='], ['dGhlIHNhbXBsZSBub25j__=='], [`${'A'.repeat(4_000)}==`]],
  ['Upgrade', [], [''], ['h2c'], ['h2'], ['websocket, h2c'], ['h2c, websocket'], ['websocket/13'], ['TLS/1.0'], ['HTTP/2.0'], ['IRC/6.9'], ['web socket'], ['websocket', 'websocket'], ['websocket', 'h2c']],
  ['Connection', [], [''], ['close'], ['keep-alive'], ['HTTP2-Settings'], ['upgrad'], ['upgrade', 'upgrade'], ['Upgrade', 'close']],
  ['Sec-WebSocket-Protocol', [''], ['chat'], ['quarterdeck'], ['chat, superchat'], [','], ['__proto__']],
  ['HTTP2-Settings', [''], ['AAMAAABkAARAAAAAAAIAAAAA']],
]

const versions = [
  'HTTP/1.0',
  'HTTP/0.9',
  'HTTP/1.2',
  'HTTP/2.0',
  'HTTP/3',
  'HTTP/1.',
  'HTTP/11',
  'http/1.1',
  'HTTPS/1.1',
  'ICE/1.0',
  'RTSP/1.0',
  '',
]

export function upgradeRows(scene: Scene): readonly HostileRow[] {
  const { request } = link(scene)
  const said = handshake.flatMap(([name, ...variants]) =>
    variants.map(values => row(`link, ${name} ${label(values)}`, withHeader(request, name, ...values))),
  )
  const stray: readonly Header[] = [
    ['Upgrade', 'websocket'],
    ['Upgrade', 'h2c'],
  ]
  const straying = stray.map(([name, value]) =>
    row(`page, ${name} ${value} alone`, withHeader(page(scene).request, name, value)),
  )
  const full = row('link, a body behind the handshake', withBody(request, 'hello', ['Content-Length', '5']))
  return [...said, ...straying, full]
}

/** Lines that are no HTTP/1.1, or hardly. */
export function malformedRows(scene: Scene): readonly HostileRow[] {
  return [page(scene), link(scene)].flatMap(({ name, request }) => {
    const good = row('', request).bytes
    const broken: Readonly<Record<string, string>> = {
      'no version': good.replace(' HTTP/1.1', ''),
      'words behind the version': good.replace('HTTP/1.1', 'HTTP/1.1 x'),
      'a folded header': good.replace('\r\nCookie:', '\r\nX-Folded: a\r\n b\r\nCookie:'),
      'a folded Host': good.replace('Host: ', 'Host:\r\n '),
      'a header without a colon': good.replace('\r\nCookie', '\r\nnonsense\r\nCookie'),
      'a header without a name': good.replace('\r\nCookie', '\r\n: x\r\nCookie'),
      'a space in a header name': good.replace('\r\nCookie', '\r\nX Y: x\r\nCookie'),
      'a space before the colon': good.replace('Host:', 'Host :'),
      'a NUL in a header': good.replace('\r\nCookie', '\r\nX: \0\r\nCookie'),
      'a control character in a header': good.replace('\r\nCookie', '\r\nX: \x01\r\nCookie'),
      'a bare CR in a header': good.replace('\r\nCookie', '\r\nX: a\rb\r\nCookie'),
      'a bare LF between headers': good.replace('\r\nCookie', '\nCookie'),
      'a space before the first header': good.replace('\r\nHost', '\r\n Host'),
      'bare LF everywhere': good.replaceAll('\r\n', '\n'),
      'too many header bytes': good.replace('\r\nCookie', `\r\nX: ${'x'.repeat(20_000)}\r\nCookie`),
      'too many headers': good.replace('\r\nCookie', `${'\r\nX: x'.repeat(5_000)}\r\nCookie`),
      'the preface of HTTP/2': `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${good}`,
      'a TLS hello': `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${good}`,
      'a proxy line': `PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n${good}`,
      'a greeting of another protocol': `EHLO evil.example\r\n${good}`,
    }
    return [
      ...Object.entries(broken).map(([what, bytes]) => ({ name: `${name}, ${what}`, bytes })),
      ...versions.map(version => row(`${name}, version ${JSON.stringify(version)}`, { ...request, version })),
    ]
  })
}

function label(values: readonly string[]): string {
  return values.length === 0 ? 'missing' : values.map(value => JSON.stringify(value.slice(0, 60))).join(' and ')
}
