import { bases, type HostileRow, row, type Scene, withHeader } from './raw-request'

/** Names that are not ours, ours written in another way, and names that a foreign DNS server resolves to loopback. */
function foreignHosts(port: number): readonly string[] {
  const names = [
    'evil.example',
    '127.0.0.1.nip.io',
    'localtest.me',
    '7f000001.c0a80001.rbndr.us',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil-localhost',
    'quarterdeck.local',
    'localhost.',
    '127.0.0.1.',
    'localhost.localdomain',
    'LOCALHOST',
    'LocalHost',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:0:0:1]',
    '::1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '127.1',
    '127.0.1',
    '127.000.000.001',
    '127.0.0.2',
    '0.0.0.0',
    '0',
    '%31%32%37.0.0.1',
    'localhost%00',
    'localhost%2e',
    'user@127.0.0.1',
    'user:pass@localhost',
    'evil.example#@127.0.0.1',
    'http://127.0.0.1',
    '//127.0.0.1',
    '\u00b9\u00b27.0.0.1',
  ]
  const ours = `127.0.0.1:${port}`
  const variants = [
    '',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:',
    `127.0.0.1:${port + 1}`,
    '127.0.0.1:80',
    '127.0.0.1:0',
    `127.0.0.1:0${port}`,
    `127.0.0.1:${port}0`,
    `127.0.0.1:+${port}`,
    `127.0.0.1: ${port}`,
    `${ours}:${port}`,
    `${ours}/`,
    `${ours}?`,
    `${ours}#`,
    `${ours}@evil.example`,
    `${ours}, evil.example`,
    `${ours},${ours}`,
    `${ours} evil.example`,
    `${ours}\0`,
  ]
  return [...names.map(name => `${name}:${port}`), ...variants]
}

/** Every base with every foreign Host, and with Host missing or sent twice. */
export function hostRows(scene: Scene): readonly HostileRow[] {
  const ours = `127.0.0.1:${scene.port}`
  const doubles = [
    [ours, ours],
    [ours, 'evil.example'],
    ['evil.example', ours],
    [ours, `localhost:${scene.port}`],
  ]
  return bases(scene).flatMap(({ name, request }) => [
    row(`${name}, Host missing`, withHeader(request, 'Host')),
    ...foreignHosts(scene.port).map(host =>
      row(`${name}, Host ${JSON.stringify(host)}`, withHeader(request, 'Host', host)),
    ),
    ...doubles.map(pair => row(`${name}, Host twice: ${pair.join(' and ')}`, withHeader(request, 'Host', ...pair))),
  ])
}
