import type { Session } from 'electron'
import { contentSecurityPolicy, type RendererFile, type RendererFiles, safetyHeaders } from '../renderer-files'
import { APP_SCHEME, isCockpitUrl } from './origin'

/** No fetch either: the page speaks through the preload alone. */
const headers: Readonly<Record<string, string>> = {
  ...safetyHeaders,
  'Content-Security-Policy': contentSecurityPolicy("'none'"),
}

/** Serves the built renderer to `session` as app://quarterdeck/…; anything else is 404. Returns its stop. */
export function serveRenderer(session: Session, files: RendererFiles): () => void {
  session.protocol.handle(APP_SCHEME, async request => answer(request, files))
  return () => session.protocol.unhandle(APP_SCHEME)
}

function answer(request: Request, files: RendererFiles): Response {
  const file = isCockpitUrl(request.url) ? fileAt(new URL(request.url).pathname, files) : undefined
  if (file === undefined || request.method !== 'GET')
    return new Response(null, { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } })
  const copy = new Uint8Array(file.bytes)
  return new Response(copy, { headers: { ...headers, 'Content-Type': file.type, 'Cache-Control': 'no-cache' } })
}

function fileAt(path: string, files: RendererFiles): RendererFile | undefined {
  return files.get(path === '/index.html' ? '/' : path)
}
