import { bases, type HostileRow, link, origin, row, type Scene, withHeader } from './raw-request'

function foreignOrigins(scene: Scene): readonly string[] {
  const { port } = scene
  const ours = origin(scene)
  return [
    'null',
    'NULL',
    '',
    'http://evil.example',
    `http://evil.example:${port}`,
    `https://127.0.0.1:${port}`,
    `HTTP://127.0.0.1:${port}`,
    `ws://127.0.0.1:${port}`,
    'http://127.0.0.1',
    'http://127.0.0.1:80',
    `http://127.0.0.1:${port + 1}`,
    `http://127.0.0.1:0${port}`,
    `http://localhost:${port}`,
    `http://[::1]:${port}`,
    `http://2130706433:${port}`,
    `http://127.1:${port}`,
    `http://127.0.0.1.:${port}`,
    `http://user@127.0.0.1:${port}`,
    `http://evil.example@127.0.0.1:${port}`,
    `${ours}.evil.example`,
    `${ours}0`,
    `${ours}/`,
    `${ours}#`,
    `${ours}?`,
    `${ours}@evil.example`,
    `${ours}, http://evil.example`,
    `${ours} http://evil.example`,
    `http://evil.example/${ours}`,
    `127.0.0.1:${port}`,
    `//127.0.0.1:${port}`,
    'file://',
    'app://quarterdeck',
    'chrome-extension://abcdefghijklmnop',
    'about:blank',
    'data:text/html,x',
    'javascript:alert(1)',
    '*',
  ]
}

export function originRows(scene: Scene): readonly HostileRow[] {
  const ours = origin(scene)
  const doubles = [
    [ours, ours],
    [ours, 'http://evil.example'],
    ['http://evil.example', ours],
    [ours, 'null'],
  ]
  const everywhere = bases(scene).flatMap(({ name, request }) => [
    ...foreignOrigins(scene).map(value =>
      row(`${name}, Origin ${JSON.stringify(value)}`, withHeader(request, 'Origin', value)),
    ),
    ...doubles.map(pair => row(`${name}, Origin twice: ${pair.join(' and ')}`, withHeader(request, 'Origin', ...pair))),
  ])
  return [...everywhere, row('link, Origin missing', withHeader(link(scene).request, 'Origin'))]
}
