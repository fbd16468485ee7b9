import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { HOST_WORDS } from '../../scripts/node-binary.mjs'
import { KEY_FILE, keyIn, mintCode, ownHostName } from '../../src/main/hosts/web/entrance.mjs'
import type { WebSocketLike } from '../../src/renderer/link/reconnecting-socket'
import { openSocketLink, type SocketLink } from '../../src/renderer/link/socket-link'

// From the project's folder, because benches run bundled, in a folder of their own.
const entry = resolve('out/main/serve.js')

/** The built browser host in a process of its own, with the memory that `npm start` gives it. */
export interface RunningCockpit {
  /** The link that it printed. It works once, within a minute. */
  readonly printed: string
  /** A new link each time it is read, straight to the address under which browsers know this cockpit. */
  readonly url: string
  /** Such as `http://qd-0123456789abcdef.localhost:4173`. Browsers find it; Node has to be told the address. */
  readonly origin: string
  readonly process: ChildProcess
  /** Opens a link as a browser that came in through `url` would. */
  link(): Promise<SocketLink>
  /** As a power cut would end it. */
  kill(): Promise<void>
  /** As a person would end it; answers the exit code. */
  stop(): Promise<number | null>
}

/** Starts it on a free port and waits until it is ready. @throws with what it said when it ends instead */
export async function startCockpit(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunningCockpit> {
  const child = spawn(process.execPath, [...HOST_WORDS, entry, '--port', '0', '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const printed = await readyUrl(child)
  const folder = args[args.indexOf('--data') + 1]
  if (!args.includes('--data') || folder === undefined) throw new Error('A test gives its own data folder')
  const { port } = new URL(printed)
  const origin = `http://${ownHostName(keyIn(readFileSync(join(folder, KEY_FILE), 'utf8')) ?? '')}:${port}`
  const newPath = () => `/enter/${mintCode(folder)}`
  return {
    printed,
    get url() {
      return `${origin}${newPath()}`
    },
    origin,
    process: child,
    link: () => enter(newPath(), origin),
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null || child.stderr === null) throw new Error('The process has no output')
  let complaint = ''
  child.stderr.on('data', (part: Buffer) => {
    complaint += part.toString()
  })
  for await (const line of createInterface(child.stdout)) {
    const url = /^Quarterdeck is ready at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`Quarterdeck ended before it was ready: ${complaint}`)
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code as number | null
}

async function enter(path: string, origin: string): Promise<SocketLink> {
  const { host, port } = new URL(origin)
  // The system does not find the name, only browsers do: it is asked at the address, by the name.
  const at = { host: '127.0.0.1', port, headers: { Host: host } }
  const [answer] = (await once(get({ ...at, path }), 'response')) as [IncomingMessage]
  answer.resume()
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`The link gave no cookie (${answer.statusCode})`)
  const connect = (address: string) =>
    // Same shape; only the declared event types of the two WebSockets differ.
    new WebSocket(address, { headers: { Host: host, Origin: origin, Cookie: cookie } }) as unknown as WebSocketLike
  return openSocketLink(`ws://127.0.0.1:${port}/link`, { connect })
}
