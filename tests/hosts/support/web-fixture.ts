import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket as NodeSocket } from 'ws'
import type { Bridge } from '../../../src/main/engine/bridge'
import type { Logger } from '../../../src/main/engine/ports'
import { digest, SESSIONS_FILE } from '../../../src/main/hosts/web/entrance.mjs'
import { folderKey } from '../../../src/main/hosts/web/folder-key'
import { startWebHost, type WebHost, type WebHostOptions } from '../../../src/main/hosts/web/host'
import type { WebSocketLike } from '../../../src/renderer/link/reconnecting-socket'
import { scratchFolder } from '../../support/folders'

/** The cookie's value of a browser that was let in: see `seedSession`. */
export const COOKIE = 'k'.repeat(43)
export const PAGE = '<!doctype html><title>the built cockpit</title>'

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A folder as a build of the renderer leaves it. */
export function builtRenderer(): string {
  const folder = join(scratchFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets', 'index-AbCd_123.js'), 'console.log(1)')
  writeFileSync(join(folder, 'assets', 'index-AbCd_123.js.map'), '{}')
  writeFileSync(join(folder, 'assets', 'plain.css'), 'body{}')
  return folder
}

/** A data folder in which a browser with this cookie was let in before. */
export function seedSession(cookie = COOKIE, folder = scratchFolder()): string {
  // A new key would know no browser.
  folderKey(folder)
  const value = { hash: digest(cookie), issuedAt: Date.now(), usedAt: Date.now() }
  const sessions = [{ id: 'seeded', values: [value], replaced: [] }]
  writeFileSync(join(folder, SESSIONS_FILE), JSON.stringify({ version: 1, sessions }), { mode: 0o600 })
  return folder
}

/** A running web host on a free port; stopped when the test is over. */
export async function startedHost(bridge: Bridge, more: Partial<WebHostOptions> = {}): Promise<WebHost> {
  const started = await startWebHost({
    bridge,
    port: 0,
    files: builtRenderer(),
    folder: seedSession(),
    logger: silentLogger,
    ...more,
  })
  if (!started.ok) throw new Error(started.fault.message)
  onTestFinished(() => started.value.stop())
  return started.value
}

/** The socket that a browser which came in through the link would make. */
export function socketTo(host: { readonly port: number }, more: ClientOptions = {}): NodeSocket {
  const address = `127.0.0.1:${host.port}`
  return new NodeSocket(`ws://${address}/link`, {
    ...more,
    headers: { Origin: `http://${address}`, Cookie: `quarterdeck-${host.port}=${COOKIE}`, ...more.headers },
  })
}

/** The same, as the link takes it; each socket that is made is also handed to `made`. */
export function lineSocketTo(host: { readonly port: number }, made: (socket: NodeSocket) => void = () => undefined) {
  return (): WebSocketLike => {
    const socket = socketTo(host)
    made(socket)
    // Same shape; only the declared event types of the two WebSockets differ.
    return socket as unknown as WebSocketLike
  }
}
