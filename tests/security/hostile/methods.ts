import { bases, enter, type HostileRow, link, row, type Scene, withHeader } from './raw-request'

// biome-ignore format: one line a method would say no more
const methods = [
  'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'PROPPATCH', 'MKCOL', 'MOVE', 'COPY',
  'LOCK', 'REPORT', 'SEARCH', 'PURGE', 'LINK', 'QUERY', 'M-SEARCH', 'SOURCE', 'get', 'Get', 'head', 'GETT', 'GE', 'FOO',
  'GET,POST', '', 'G\tET', '\0GET', 'GET\0',
]

/** Every base with every method that is not asked for, and the preflight of another site. */
export function methodRows(scene: Scene): readonly HostileRow[] {
  const named = bases(scene).flatMap(({ name, request }) =>
    methods.map(method => row(`${name}, method ${JSON.stringify(method)}`, { ...request, method })),
  )
  const preflight = bases(scene).map(({ name, request }) =>
    row(
      `${name}, preflight`,
      withHeader(
        withHeader({ ...request, method: 'OPTIONS' }, 'Access-Control-Request-Method', 'POST'),
        'Access-Control-Request-Private-Network',
        'true',
      ),
    ),
  )
  const heads = [enter(scene), link(scene)].map(({ name, request }) =>
    row(`${name}, method HEAD`, { ...request, method: 'HEAD' }),
  )
  return [...named, ...preflight, ...heads]
}
