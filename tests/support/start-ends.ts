import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

export interface StartEnded {
  readonly code: number | null
  readonly stderr: string
}

/** Starts the built browser host where it should refuse, and waits for its end. */
export async function startEnds(data: string, ...words: readonly string[]): Promise<StartEnded> {
  const entry = resolve('out/main/serve.js')
  const child = spawn(process.execPath, [entry, '--port', '0', '--no-open', '--data', data, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  })
  const ended = new Promise<number | null>(done => child.once('exit', done))
  const [stderr, code] = await Promise.all([text(child.stderr), ended])
  return { code, stderr }
}
