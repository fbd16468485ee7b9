import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Session } from 'electron'
import type { Logger } from '../../engine/ports'
import { APP_SCHEME, isCockpitUrl } from './origin'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/**
 * Nothing remote, no eval, no frames, no forms, no fetch: the page speaks through the preload alone. Inline styles
 * stay, because Mantine and ECharts set them.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

/** URL path → file, made once. A path that is not in it does not exist, so no trick with dots or escapes can leave the folder. */
export async function listServedFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && Object.hasOwn(mediaTypes, extname(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
  const served = new Map(files.map(file => [`/${relative(folder, file).split(sep).join('/')}`, file]))
  const page = served.get('/index.html')
  return page === undefined ? served : served.set('/', page)
}

/** Serves the built renderer to `session` as app://quarterdeck/…; anything else is 404. Returns its stop. */
export function serveRenderer(session: Session, served: ReadonlyMap<string, string>, logger: Logger): () => void {
  session.protocol.handle(APP_SCHEME, request => answer(request, served, logger))
  return () => session.protocol.unhandle(APP_SCHEME)
}

async function answer(request: Request, served: ReadonlyMap<string, string>, logger: Logger): Promise<Response> {
  const file = isCockpitUrl(request.url) ? served.get(new URL(request.url).pathname) : undefined
  if (file === undefined || request.method !== 'GET') return refusal(404)
  try {
    const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
    return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } })
  } catch (error) {
    logger.error('A file of the cockpit could not be read', { file, error: String(error) })
    return refusal(500)
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...headers, 'Content-Type': 'text/plain' } })
}
