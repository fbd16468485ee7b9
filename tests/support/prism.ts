import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createHttpClient } from '../../src/main/engine/http/client'
import type { HttpClient } from '../../src/main/engine/http/types'
import type { Vendor } from '../../src/shared/contract/vendors'
import { freePort } from './server-process'

const folder = resolve(process.env.QUARTERDECK_CONTRACTS ?? '../shared/contracts')

function contractFile(vendor: Vendor): string {
  return resolve(folder, vendor, 'openapi.json')
}

/** Name of a vendor's suite and whether it can run: without the vendor's file it is skipped, and says why. */
export function contractSuite(vendor: Vendor): { readonly name: string; readonly absent: boolean } {
  const absent = !existsSync(contractFile(vendor))
  const reason = absent
    ? ` (skipped: ${contractFile(vendor)} is not there; QUARTERDECK_CONTRACTS names its folder)`
    : ''
  return { name: `the client of ${vendor} against its own OpenAPI file${reason}`, absent }
}

export interface Prism {
  readonly origin: string
  stop(): Promise<void>
}

/** Serves a vendor's OpenAPI file on a free port of 127.0.0.1. It validates each request and answers the file's examples. */
export async function startPrism(vendor: Vendor): Promise<Prism> {
  const port = await freePort()
  const cli = resolve('node_modules/@stoplight/prism-cli/dist/index.js')
  const child = spawn(process.execPath, [cli, 'mock', '-h', '127.0.0.1', '-p', String(port), contractFile(vendor)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Should a suite die before its last line, its server does not outlive it by much.
    timeout: 120_000,
  })
  await untilListening(child)
  return { origin: `http://127.0.0.1:${port}`, stop: () => ended(child) }
}

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let said = ''
    const read = (part: unknown) => {
      said += String(part)
      if (said.includes('Prism is listening')) ready()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', failed)
    child.once('exit', code => failed(new Error(`Prism ended with ${code} before it was ready: ${said.slice(-500)}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

/** A client that keeps what Prism found wrong in its requests; that its own examples break its own schema is its affair. */
export interface Preferring extends HttpClient {
  readonly violations: readonly string[]
}

function requestViolations(header: string | null): readonly string[] {
  if (header === null) return []
  const all = JSON.parse(header) as readonly { readonly location: readonly string[] }[]
  return all.filter(({ location }) => location[0] !== 'response').map(violation => JSON.stringify(violation))
}

/** Asks Prism for this answer, such as `code=429`, and hands its text on through `rewrite`. */
export function preferring(prefer = '', rewrite: (text: string) => string = text => text): Preferring {
  const http = createHttpClient()
  const violations: string[] = []
  return {
    violations,
    request: async (request, signal) => {
      const headers = prefer === '' ? request.headers : { ...request.headers, Prefer: prefer }
      const reply = await http.request({ ...request, headers }, signal)
      if (!reply.ok) return reply
      const found = reply.value.headers.get('sl-violations')
      violations.push(...requestViolations(found))
      return { ok: true, value: { ...reply.value, text: rewrite(reply.value.text) } }
    },
  }
}
