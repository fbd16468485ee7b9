import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

/** A server of somebody else's, in a process of its own. */
export interface ServerProcess {
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>
}

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A listening server has no port')
  server.close()
  await once(server, 'close')
  return address.port
}

/**
 * Starts a program and waits until `readyUrl` answers 200.
 * @throws with what it wrote to stderr when it ends before that
 */
export async function startServer(file: string, words: readonly string[], readyUrl: string): Promise<ServerProcess> {
  // Should a suite die before its last line, its server does not outlive it by much.
  const child = spawn(file, words, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 180_000 })
  const complaint = text(child.stderr)
  await once(child, 'spawn')
  while (!(await answers(readyUrl))) {
    if (hasEnded(child)) throw new Error(`${file} ended before it was ready: ${(await complaint).slice(-2_000)}`)
    // A vendor's server tells nobody when it is ready: it has to be asked.
    await pause(50)
  }
  return { stop: () => stopped(child) }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false // nothing listens yet
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function stopped(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
