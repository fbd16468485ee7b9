import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { fail, ok, type Reply } from '../../shared/lib/reply'

/** A file of the built renderer, held in memory: what is asked for later never touches the disk. */
export interface RendererFile {
  readonly bytes: Buffer
  readonly type: string
  /** Its name changes with its content, so a browser may keep it for good. */
  readonly lasting: boolean
}

export type RendererFiles = ReadonlyMap<string, RendererFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const plainPath = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/
const hashedAsset = /^assets\/.+-[\w-]{8}\.\w+$/

/**
 * Reads a built renderer, by the path that each file is asked for; `index.html` is `/`. A file of another kind, such as
 * a source map, is not served at all.
 */
export function readRendererFiles(folder: string): Reply<RendererFiles, { readonly message: string }> {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.split(sep).join('/'))
    const files = new Map(names.filter(isServed).map(name => [urlPath(name), readOne(folder, name)]))
    return files.has('/') ? ok(files) : fail({ message: notBuilt(folder) })
  } catch (error) {
    return fail({ message: `${notBuilt(folder)} (${error instanceof Error ? error.message : String(error)})` })
  }
}

/** What every answer says, whatever it is. */
export const safetyHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/**
 * What the page may load and reach: nothing remote, no eval, no frames, no forms. Styles may be inline, because the
 * component and chart libraries write them into the page.
 * @param connect where it may speak to, as a `connect-src` says it
 */
export function contentSecurityPolicy(connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function isServed(name: string): boolean {
  return plainPath.test(name) && Object.hasOwn(types, extname(name))
}

function urlPath(name: string): string {
  return name === 'index.html' ? '/' : `/${name}`
}

function readOne(folder: string, name: string): RendererFile {
  return {
    bytes: readFileSync(join(folder, name)),
    type: types[extname(name)] ?? 'application/octet-stream',
    lasting: hashedAsset.test(name),
  }
}

function notBuilt(folder: string): string {
  return `The cockpit's pages are not in ${folder}: run \`npm run build\` first.`
}
