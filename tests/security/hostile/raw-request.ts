/** Where the host under attack is, and what the attacker is taken to know: everything. */
export interface Scene {
  readonly port: number
  /** The value of a good cookie. */
  readonly key: string
  /** Of a link that was not used yet. */
  readonly code: string
}

export type Header = readonly [name: string, value: string]

/** A request as bytes on the wire; nothing on the way normalises it. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly headers: readonly Header[]
  readonly body: string
}

/** One line of the table: a name, and the bytes in Latin-1. */
export interface HostileRow {
  readonly name: string
  readonly bytes: string
}

/** A well-formed request that the host does answer; each hostile one differs from it in one thing. */
export interface Base {
  readonly name: string
  readonly request: RawRequest
}

export const ASSET = '/assets/index-AbCd_123.js'

export function page(scene: Scene): Base {
  return { name: 'page', request: get('/', [host(scene), cookie(scene), ['Accept', 'text/html']]) }
}

export function asset(scene: Scene): Base {
  return { name: 'asset', request: get(ASSET, [host(scene), cookie(scene), ['Sec-Fetch-Dest', 'script']]) }
}

export function enter(scene: Scene): Base {
  return { name: 'enter', request: get(`/arrive/${scene.code}`, [host(scene)]) }
}

export function link(scene: Scene): Base {
  const headers: readonly Header[] = [
    host(scene),
    cookie(scene),
    ['Origin', origin(scene)],
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ]
  return { name: 'link', request: get('/link', headers) }
}

export function bases(scene: Scene): readonly Base[] {
  return [page(scene), asset(scene), enter(scene), link(scene)]
}

export function host(scene: Scene): Header {
  return ['Host', `127.0.0.1:${scene.port}`]
}

export function origin(scene: Scene): string {
  return `http://127.0.0.1:${scene.port}`
}

export function cookie(scene: Scene): Header {
  return ['Cookie', `quarterdeck-${scene.port}=${scene.key}`]
}

/** The request with every header of these names replaced; without values it is only left out. */
export function withHeader(request: RawRequest, name: string, ...values: readonly string[]): RawRequest {
  const others = request.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase())
  return { ...request, headers: [...others, ...values.map(value => [name, value] as const)] }
}

export function withBody(request: RawRequest, body: string, ...headers: readonly Header[]): RawRequest {
  return { ...request, headers: [...request.headers, ...headers], body }
}

export function bytesOf(request: RawRequest): string {
  const lines = request.headers.map(([name, value]) => `${name}: ${value}`)
  return [`${request.method} ${request.target} ${request.version}`, ...lines, '', request.body].join('\r\n')
}

export function row(name: string, request: RawRequest): HostileRow {
  return { name, bytes: bytesOf(request) }
}

function get(target: string, headers: readonly Header[]): RawRequest {
  return { method: 'GET', target, version: 'HTTP/1.1', headers, body: '' }
}
