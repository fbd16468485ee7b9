import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

export interface Peer {
  readonly origin: string
  /** CPU milliseconds that the process has used so far. */
  cpu(): number
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts a server in a process of its own and waits until it answers. @throws when it ends instead */
export async function startPeer(command: string, args: readonly string[], port: number, path: string): Promise<Peer> {
  const child = spawn(command, args, { stdio: 'ignore' })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => true)
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 400; tries += 1) {
    if (await answers(`${origin}${path}`)) return { origin, cpu: () => cpuOf(child), stop: () => end(child) }
    if (await Promise.race([ended, pause(25)])) break
  }
  await end(child)
  throw new Error(`${command} did not start`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    return response.ok
  } catch {
    // Nobody listens yet.
    return false
  }
}

const pause = (wait: number) => new Promise<false>(done => setTimeout(() => done(false), wait))

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** User and system time of `/proc/PID/stat`, in ticks of 10 ms (proc(5); `getconf CLK_TCK` is 100 on Linux). */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
