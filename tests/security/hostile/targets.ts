import { ASSET, type HostileRow, link, page, row, type Scene } from './raw-request'

/** Addresses that are none of the known ones, or one of them in another spelling. */
function strangeTargets({ port, key, code }: Scene): readonly string[] {
  const ours = `127.0.0.1:${port}`
  const climbing = [
    '/..',
    '/../',
    '/.',
    '/./',
    '/../../etc/passwd',
    '/assets/../',
    `/assets/..${ASSET}`,
    '/...',
    '/.git/config',
    '/.env',
  ]
  // biome-ignore format: a list of spellings
  const encoded = [
    '/%2e', '/%2e%2e/', '/%2E%2e/etc/passwd', '/%252e%252e/', '/%c0%ae%c0%ae/', '/%2f', '/%2fetc', `/assets%2findex-AbCd_123.js`,
    '/%5c..%5c', '/%00', '/index.html%00.js', '/%', '/%zz', '/%0d%0aX:y', '/%u002e', '/%6cink', '/%61ssets/index-AbCd_123.js',
  ]
  const slashes = [
    '//',
    '///',
    '//evil.example/',
    '//link',
    `/${ASSET}`,
    '/\\',
    '/\\..\\',
    '\\',
    '/assets\\index-AbCd_123.js',
    'link',
    '',
  ]
  // biome-ignore format: a list of spellings
  const absolute = [
    `http://${ours}/`, `http://${ours}/link`, `HTTP://${ours}/`, `https://${ours}/`, 'http://evil.example/', `ws://${ours}/link`,
    ours, '*', 'file:///etc/passwd', 'C:\\windows', 'javascript:1', '@evil.example/', ':80/', '?', '#',
  ]
  const odd = [
    '/\0',
    '/link\0',
    '/\t',
    '/ /',
    '/\x7f',
    '/\u00e9',
    '/\u00ff',
    '/<script>',
    '/"',
    "/'",
    '/{}',
    '/|',
    '/^',
    '/~',
    '/*',
    '/$',
    '/:',
    '/@',
    '/,',
    '/!',
  ]
  const decorated = [
    '/?',
    '/?x=1',
    '/#',
    '/#x',
    '/;',
    '/;x=1',
    `${ASSET}?x`,
    `${ASSET};x`,
    `${ASSET}/`,
    `${ASSET}.map`,
    `${ASSET}.`,
    '/?/link',
  ]
  const links = [
    '/link/',
    '/link?',
    '/link?x=1',
    '/link?origin=null',
    '/link#',
    '/link;x',
    '/LINK',
    '/Link',
    '/link.',
    '/link/link',
    '/links',
    '/enter/link',
  ]
  const unknown = [
    '/index.html',
    '/assets',
    '/assets/',
    ASSET.toUpperCase(),
    '/favicon.ico',
    '/robots.txt',
    '/package.json',
    '/constructor',
    '/__proto__',
    '/toString',
  ]
  // biome-ignore format: a list of spellings
  const keys = [
    '/enter', '/enter/', `/enter/${code}/`, `/enter/${code}x`, `/enter/${code.slice(1)}`, `/enter/${code.slice(0, 42)}`, `/enter//${code}`,
    `/enter/${code}?x`, `/enter/${code}#x`, `/enter/${code};x`, `/enter/%${code.charCodeAt(0).toString(16)}${code.slice(1)}`, `/ENTER/${code}`, `/Enter/${code}`, `/enter/${code}%00`,
    `/enter/./${code}`, `/x/../enter/${code}`, `/enter/${code}/../..`, `/${code}`, `/enter?${code}`, `/enter/${'x'.repeat(43)}`, '/enter/undefined',
    `/arrive/${'x'.repeat(43)}`, '/arrive', '/arrive/', `/arrive/${code}/`, `/arrive/${code}x`, `/ARRIVE/${code}`, `/arrive//${code}`, `/arrive/${code}?x`,
    `/enter/${key}`, `/arrive/${key}`, `/${key}`, '/proof', '/proof/', '/proof/x', `/proof/${key}x`, `/proof/${key}/`, '/proof-key/', '/proof-key?x', '/here/', '/here?x', '/HERE',
  ]
  const long = [400, 600, 5_000, 20_000, 100_000].map(length => `/${'a'.repeat(length)}`)
  return [
    ...climbing,
    ...encoded,
    ...slashes,
    ...absolute,
    ...odd,
    ...decorated,
    ...links,
    ...unknown,
    ...keys,
    ...long,
  ]
}

export function targetRows(scene: Scene): readonly HostileRow[] {
  const asked = [page(scene), link(scene)].flatMap(({ name, request }) =>
    strangeTargets(scene).map(target => row(`${name}, address ${label(target)}`, { ...request, target })),
  )
  const crossed = [
    row('the link without an upgrade', { ...page(scene).request, target: '/link' }),
    ...['/', ASSET, `/enter/${scene.code}`, `/arrive/${scene.code}`, '/here', '/proof-key', `/proof/${scene.key}`].map(
      target => row(`an upgrade at ${target}`, { ...link(scene).request, target }),
    ),
  ]
  return [...asked, ...crossed]
}

function label(target: string): string {
  return target.length > 100 ? `of ${target.length} characters` : JSON.stringify(target)
}
