import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import type { LineSocket } from '../../src/renderer/link/line'
import { openSocketLink, type SocketLink } from '../../src/renderer/link/socket-link'

// From the project's folder, because benches run bundled, in a folder of their own.
const entry = resolve('out/main/serve.js')

/** The built browser host in a process of its own. */
export interface RunningCockpit {
  /** The link that it printed: lets a browser in. */
  readonly url: string
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
  const child = spawn(process.execPath, [entry, '--port', '0', '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const url = await readyUrl(child)
  const origin = new URL(url).origin
  return {
    url,
    origin,
    process: child,
    link: () => enter(url, origin),
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

async function enter(url: string, origin: string): Promise<SocketLink> {
  const answer = await fetch(url, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`${url} gave no cookie (${answer.status})`)
  const connect = (address: string) =>
    // Same shape; only the declared event types of the two WebSockets differ.
    new WebSocket(address, { headers: { Origin: origin, Cookie: cookie } }) as unknown as LineSocket
  return openSocketLink(`${origin.replace('http', 'ws')}/link`, { connect })
}
