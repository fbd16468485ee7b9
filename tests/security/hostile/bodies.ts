import {
  type Base,
  bases,
  bytesOf,
  type Header,
  type HostileRow,
  page,
  row,
  type Scene,
  withBody,
  withHeader,
} from './raw-request'

const contentTypes = [
  'text/plain',
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  'application/octet-stream',
]

/** Headers by which two readers of one line may disagree about where a request ends. */
const framings: readonly (readonly Header[])[] = [
  [['Content-Length', '5']],
  [['Content-Length', '99999999999']],
  [['Content-Length', '18446744073709551617']],
  [['Content-Length', '-1']],
  [['Content-Length', '+5']],
  [['Content-Length', '0x5']],
  [['Content-Length', '5, 5']],
  [['Content-Length', '5;5']],
  [['Content-Length', '']],
  [['Content-Length', '00']],
  [
    ['Content-Length', '5'],
    ['Content-Length', '5'],
  ],
  [
    ['Content-Length', '0'],
    ['Content-Length', '5'],
  ],
  [
    ['Content-Length', '5'],
    ['Content-Length', '0'],
  ],
  [
    ['Content-Length', '0'],
    ['content-length', '0'],
  ],
  [['Transfer-Encoding', 'chunked']],
  [['Transfer-Encoding', 'identity']],
  [['Transfer-Encoding', 'xchunked']],
  [['Transfer-Encoding', 'chunked, identity']],
  [['Transfer-Encoding', 'gzip, chunked']],
  [['Transfer-Encoding', ' chunked']],
  [['Transfer-Encoding', '\tchunked']],
  [['Transfer-Encoding', '\x0bchunked']],
  [['Transfer-Encoding', 'Chunked']],
  [
    ['Transfer-Encoding', 'chunked'],
    ['Transfer-Encoding', 'identity'],
  ],
  [['Transfer-Encoding', '']],
  [
    ['Content-Length', '5'],
    ['Transfer-Encoding', 'chunked'],
  ],
  [
    ['Transfer-Encoding', 'chunked'],
    ['Content-Length', '0'],
  ],
  [
    ['Content-Length', '0'],
    ['Transfer-Encoding', 'xchunked'],
  ],
  [['Transfer-Encoding ', 'chunked']],
  [['Content-Length ', '5']],
  [[' Content-Length', '5']],
  [['Content-Encoding', 'gzip']],
  [['Trailer', 'Host']],
  [['Expect', '100-continue']],
  [
    ['Expect', '100-continue'],
    ['Content-Length', '5'],
  ],
  [['Expect', 'anything']],
]

const CHUNKED = '0\r\n\r\n'

export function bodyRows(scene: Scene): readonly HostileRow[] {
  return bases(scene).flatMap(base => [
    ...contentTypes.flatMap(type => [bare(base, type), filled(base, type), filled(posted(base), type)]),
    ...framings.map(headers => framed(base, headers)),
    smuggled(scene, base),
    pipelined(scene, base),
  ])
}

function bare({ name, request }: Base, type: string): HostileRow {
  return row(`${name}, Content-Type ${type} without a body`, withHeader(request, 'Content-Type', type))
}

function filled({ name, request }: Base, type: string): HostileRow {
  const body = withBody(withHeader(request, 'Content-Type', type), '{"a"}', ['Content-Length', '5'])
  return row(`${name}, ${type} body`, body)
}

function posted({ name, request }: Base): Base {
  return { name: `${name} by POST`, request: { ...request, method: 'POST' } }
}

function framed({ name, request }: Base, headers: readonly Header[]): HostileRow {
  const label = headers.map(([header, value]) => `${header}: ${JSON.stringify(value)}`).join(' and ')
  return row(`${name}, ${label}`, withBody(request, CHUNKED, ...headers))
}

/** A whole good request as the body of one that is not. */
function smuggled(scene: Scene, { name, request }: Base): HostileRow {
  const inner = bytesOf(page(scene).request)
  return row(`${name}, a request in its body`, withBody(request, inner, ['Content-Length', String(inner.length)]))
}

/** A whole good request right behind one that is refused: whoever sends both is one sender. */
function pipelined(scene: Scene, { name, request }: Base): HostileRow {
  const refused = withHeader(request, 'Host', 'evil.example')
  return row(`${name}, a good request behind a refused one`, { ...refused, body: bytesOf(page(scene).request) })
}
