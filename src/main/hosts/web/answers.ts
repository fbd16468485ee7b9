import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { contentSecurityPolicy, type RendererFile, safetyHeaders } from '../renderer-files'
import type { Refusal } from './gate-decision'
import { arrivalPage, crossingPage, type SignInPage } from './sign-in-pages'

/** The only answers that the web host ever gives. */

export interface FileAnswer {
  readonly host: string
  /** Where the browser gets its cookie's next value along with the file. */
  readonly cookie: string | null
}

export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: RendererFile,
  { host, cookie }: FileAnswer,
): void {
  response.writeHead(200, { ...fileHeaders(file, host), ...(cookie === null ? {} : { 'Set-Cookie': cookie }) })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** The headers of a file. `host` is the one that the gate accepted. */
function fileHeaders(file: RendererFile, host: string): Readonly<Record<string, string | number>> {
  return {
    ...safetyHeaders,
    'Content-Security-Policy': contentSecurityPolicy(`'self' ws://${host}`),
    'Content-Type': file.type,
    'Content-Length': file.bytes.length,
    'Cache-Control': file.lasting ? 'private, max-age=31536000, immutable' : 'no-store',
  }
}

/** Gives the browser its session and takes the code out of the address bar. */
export function sendEntrance(response: ServerResponse, cookie: string, direct: boolean): void {
  const shared = { ...safetyHeaders, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }
  // A strict cookie does not come along on a redirect that another site began: then the page itself goes on.
  if (direct) response.writeHead(303, { ...shared, 'Content-Length': 0, Location: '/' }).end()
  else sendPage(response, arrivalPage, shared)
}

/** Leads from the old address to the folder's own name, or lets the browser in here where it does not find that name. */
export function sendCrossing(response: ServerResponse, home: string, code: string): void {
  sendPage(response, crossingPage(home, code), { ...safetyHeaders, 'Cache-Control': 'no-store' })
}

/** Nothing but that this name leads here, for a page of the old address. */
export function sendHere(response: ServerResponse): void {
  response.writeHead(204, {
    ...safetyHeaders,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-store',
  })
  response.end()
}

export function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    ...safetyHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  })
  response.end(text)
}

function sendPage(response: ServerResponse, page: SignInPage, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, {
    ...headers,
    'Content-Security-Policy': page.policy,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page.html),
  })
  response.end(page.html)
}

/** Ends the connection too: nothing that came after a refused request on the same line is read. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, refused: Refusal): void {
  const body = refusalPage(refused)
  response.writeHead(refused.status, refusalHeaders(body))
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** The same on a socket that has no response object: a refused upgrade, or a request that Node could not read. */
export function writeRefusal(socket: Duplex, refused: Refusal): void {
  if (!socket.writable) return void socket.destroy()
  const body = refusalPage(refused)
  const head = Object.entries(refusalHeaders(body)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? 'Refused'}`
  socket.end([status, ...head, '', body].join('\r\n'), () => socket.destroy())
}

function refusalHeaders(body: string): Readonly<Record<string, string | number>> {
  return {
    ...safetyHeaders,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  }
}

function refusalPage(refused: Refusal): string {
  const text =
    refused.status === 401
      ? 'This browser is not signed in, or its link was already used or is more than a minute old. Run the same start command again: it opens a new link to the running Quarterdeck.'
      : `Quarterdeck refused this request: ${refused.reason}.`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quarterdeck</title>
<style>body{background:#0b0f14;color:#d7dee8;font:18px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh}</style>
<main><p>${text}</p></main></html>
`
}
