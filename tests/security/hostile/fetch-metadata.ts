import { type Base, bases, enter, type HostileRow, link, row, type Scene, withHeader } from './raw-request'

const foreign: Readonly<Record<string, readonly string[]>> = {
  'Sec-Fetch-Site': ['cross-site', 'same-site', 'Same-Origin', 'same-origin, none', 'none;x', '', 'anything'],
  'Sec-Fetch-Mode': ['Navigate', 'nested-navigate', 'cors, navigate', '', 'anything'],
  'Sec-Fetch-Dest': [
    'iframe',
    'frame',
    'embed',
    'object',
    'fencedframe',
    'serviceworker',
    'sharedworker',
    'report',
    '',
  ],
}

/** What a browser says of requests that a page of another site, or a frame, makes. */
export function fetchMetadataRows(scene: Scene): readonly HostileRow[] {
  const pages = bases(scene).filter(base => base.name !== 'link')
  return [
    ...bases(scene).flatMap(base => [...strangers(base), ...doubles(base)]),
    ...['no-cors', 'cors', 'same-origin'].map(value => one(enter(scene), 'Sec-Fetch-Mode', value)),
    ...['empty', 'script', 'image', 'style'].map(value => one(enter(scene), 'Sec-Fetch-Dest', value)),
    ...pages.map(base => one(base, 'Sec-Fetch-Mode', 'websocket')),
    one(link(scene), 'Sec-Fetch-Site', 'none'),
    ...['navigate', 'cors', 'no-cors'].map(value => one(link(scene), 'Sec-Fetch-Mode', value)),
    ...['document', 'script', 'image'].map(value => one(link(scene), 'Sec-Fetch-Dest', value)),
  ]
}

function strangers(base: Base): readonly HostileRow[] {
  return Object.entries(foreign).flatMap(([name, values]) =>
    values.filter(value => !mayLeadIn(base, name, value)).map(value => one(base, name, value)),
  )
}

/** A link is followed from wherever it stands: from a file, from a chat, from our page at the old address. */
function mayLeadIn(base: Base, name: string, value: string): boolean {
  return base.name === 'enter' && name === 'Sec-Fetch-Site' && ['cross-site', 'same-site'].includes(value)
}

function doubles({ name, request }: Base): readonly HostileRow[] {
  return [
    ['same-origin', 'cross-site'],
    ['cross-site', 'same-origin'],
    ['same-origin', 'same-origin'],
  ].map(pair =>
    row(`${name}, Sec-Fetch-Site twice: ${pair.join(' and ')}`, withHeader(request, 'Sec-Fetch-Site', ...pair)),
  )
}

function one({ name, request }: Base, header: string, value: string): HostileRow {
  return row(`${name}, ${header} ${JSON.stringify(value)}`, withHeader(request, header, value))
}
