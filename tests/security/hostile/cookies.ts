import { asset, type HostileRow, link, page, row, type Scene, withHeader } from './raw-request'

function wrongCookies({ port, key }: Scene): readonly (readonly string[])[] {
  const name = `quarterdeck-${port}`
  const right = `${name}=${key}`
  // biome-ignore format: a list of spellings
  const single = [
    '', ' ', ';', '=', name, `${name}=`, `${name}=wrong`, `${name}=${'x'.repeat(43)}`, `${name}=${key.slice(0, 42)}`, `${name}=${key}x`,
    `${name}=${key.toUpperCase()}`, `${name}="${key}"`, `${name}==${key}`, `${name}= ${key}`, `${name} =${key}`, `${name}=${key} x`,
    `${name}=%${key.charCodeAt(0).toString(16)}${key.slice(1)}`, `${name.toUpperCase()}=${key}`, `Quarterdeck-${port}=${key}`, `quarterdeck=${key}`, `quarterdeck-${port + 1}=${key}`,
    `x${right}`, `x=${right}`, `x="; ${name}="${key}`, `${right}; ${right}`, `${right}; ${name}=wrong`, `${name}=wrong; ${right}`, `${name}=; ${right}`,
    `${right},${right}`, `${right}, x=y`, `${name}=null`, `${name}=true`, `${name}=__proto__`, `__proto__=${key}`, key,
    `${name}=${'k'.repeat(9_000)}`, `${name}=${'k'.repeat(20_000)}`, `x=${'y'.repeat(40_000)}; ${right}`, `${name}\0=${key}`, `${name}=${key}\0`,
  ]
  return [
    ...single.map(value => [value]),
    [right, right],
    [right, `${name}=wrong`],
    [`${name}=wrong`, right],
    ['x=y', right],
  ]
}

export function cookieRows(scene: Scene): readonly HostileRow[] {
  return [page(scene), asset(scene), link(scene)].flatMap(({ name, request }) => {
    const bare = withHeader(request, 'Cookie')
    return [
      row(`${name}, no cookie`, bare),
      row(`${name}, the key as a bearer token`, withHeader(bare, 'Authorization', `Bearer ${scene.key}`)),
      row(`${name}, the cookie as Cookie2`, withHeader(bare, 'Cookie2', `quarterdeck-${scene.port}=${scene.key}`)),
      row(
        `${name}, the cookie as Set-Cookie`,
        withHeader(bare, 'Set-Cookie', `quarterdeck-${scene.port}=${scene.key}`),
      ),
      ...wrongCookies(scene).map(values =>
        row(`${name}, cookie ${label(values)}`, withHeader(request, 'Cookie', ...values)),
      ),
    ]
  })
}

function label(values: readonly string[]): string {
  const text = JSON.stringify(values.join(' and '))
  return text.length > 150 ? `${text.slice(0, 30)}… of ${text.length} characters` : text
}
