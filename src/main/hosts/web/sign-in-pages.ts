import { createHash } from 'node:crypto'

/** The two small pages that a browser passes on its way in, each with the policy that lets its one script run. */
export interface SignInPage {
  readonly html: string
  readonly policy: string
}

/** Beyond two million characters Chromium opens no address. What does not fit stays there, the largest first. */
const LONGEST_ADDRESS = 1_900_000

/**
 * Runs at the old address: looks whether the browser finds the folder's own name, and takes along what earlier versions
 * stored here. It goes behind the `#`, which no server sees, and once only: later it would bring back old lines.
 */
const crossingScript = `
const { home, code } = document.body.dataset
const way = '/arrive/' + code
function stored() {
  try {
    if (localStorage.getItem('quarterdeck-carried') !== null) return []
    const all = Object.entries(localStorage).filter(([name]) => name.startsWith('quarterdeck.'))
    return all.sort(([, one], [, other]) => one.length - other.length)
  } catch (error) {
    console.warn('What this browser stored cannot be read', error)
    return []
  }
}
function behindHash() {
  let text = ''
  let count = 0
  const entries = stored()
  for (; count < entries.length; count += 1) {
    const more = encodeURIComponent(JSON.stringify({ hash: location.hash, stored: entries.slice(0, count + 1) }))
    if (more.length > ${LONGEST_ADDRESS}) break
    text = more
  }
  if (count === 0) return location.hash
  localStorage.setItem('quarterdeck-carried', new Date().toISOString())
  return '#carry=' + text
}
fetch(home + '/here', { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(3000) }).then(
  () => location.replace(home + way + behindHash()),
  () => location.replace(way + location.hash),
)
`

const arrivalScript = `
location.replace('/' + location.hash)
`

export const arrivalPage: SignInPage = {
  html: doorHtml('', arrivalScript, '/'),
  policy: policyOf(arrivalScript, "'none'"),
}

/** @param home the folder's own address, such as `http://qd-0123456789abcdef.localhost:4173` */
export function crossingPage(home: string, code: string): SignInPage {
  // Both are letters, digits and dashes of ours: nothing in them can end an attribute.
  const html = doorHtml(` data-home="${home}" data-code="${code}"`, crossingScript, `/arrive/${code}`)
  return { html, policy: policyOf(crossingScript, home) }
}

function doorHtml(data: string, script: string, without: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quarterdeck</title>
<style>body{background:#0b0f14;color:#d7dee8;font:18px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh}a{color:inherit}</style>
<body${data}><noscript><a href="${without}">Open Quarterdeck</a></noscript><script>${script}</script></body></html>
`
}

function policyOf(script: string, connect: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
