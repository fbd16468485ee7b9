import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Refusal } from './asked'
import { sessionCookie } from './cookie'
import { fileHeaders, type StaticFile, safetyHeaders } from './static-files'

/** The only answers that the web host ever gives. */

export function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile, host: string): void {
  response.writeHead(200, fileHeaders(file, host))
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** Gives the browser its session and takes the key out of the address bar. */
export function sendEntrance(response: ServerResponse, port: number, key: string): void {
  response.writeHead(303, {
    ...safetyHeaders,
    'Set-Cookie': sessionCookie(port, key),
    'Cache-Control': 'no-store',
    'Content-Length': 0,
    Location: '/',
  })
  response.end()
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
      ? 'Open the link that Quarterdeck printed when it started.'
      : `Quarterdeck refused this request: ${refused.reason}.`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quarterdeck</title>
<style>body{background:#0b0f14;color:#d7dee8;font:18px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh}</style>
<main><p>${text}</p></main></html>
`
}
