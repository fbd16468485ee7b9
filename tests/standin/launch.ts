import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import type * as Electron from 'electron'
import type { Recorded } from './recorded'

/** The `electron` module as a test's function finds it; `standin` is there on the stand-in alone. */
export type ElectronModule = typeof Electron & {
  readonly standin?: {
    readonly recorded: readonly Recorded[]
    plugInDisplay(): void
    unplugDisplay(): void
  }
}

/** A running desktop application, real or on the stand-in: the same spec speaks to both. */
export interface DesktopRun {
  readonly page: Page
  /** Runs `work` in the main process. It is sent as text: it may use nothing from outside itself. */
  evaluate<Result, Arg>(
    work: (electron: ElectronModule, arg: Arg) => Result | Promise<Result>,
    arg: Arg,
  ): Promise<Result>
  /** The process's exit code, null when a signal ended it. */
  readonly exited: Promise<number | null>
  /** Ends the application if it still runs. Call it in a teardown, so that no failed test leaves a Chromium behind. */
  stop(): Promise<void>
}

export interface LaunchOptions {
  /** The built main. */
  readonly main: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

type Message =
  | { readonly kind: 'window'; readonly port: number }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'thrown'; readonly id: number; readonly error: string }

const register = fileURLToPath(new URL('./register.ts', import.meta.url))

/** Starts the built main on the stand-in; resolves when its first window has loaded. Rejects with what it printed. */
export async function launchStandin({ main, args, env }: LaunchOptions): Promise<DesktopRun> {
  const child = spawn(process.execPath, ['--import', register, main, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const browser = await connect(child, exited)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('The stand-in has no page')
  return {
    page,
    exited,
    evaluate: evaluator(child),
    stop: async () => {
      // Before the process ends: a browser that dies under a tracing test fails it.
      await browser.close()
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function connect(child: ChildProcess, exited: Promise<number | null>): Promise<Browser> {
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const opened = new Promise<number>(resolve => {
    child.on('message', (message: Message) => message.kind === 'window' && resolve(message.port))
  })
  const early = exited.then(code => {
    throw new Error(`The application ended with ${code} before it had a window: ${printed}`)
  })
  return await chromium.connectOverCDP(`http://127.0.0.1:${await Promise.race([opened, early])}`)
}

function evaluator(child: ChildProcess): DesktopRun['evaluate'] {
  let asked = 0
  return async (work, arg) => {
    const id = ++asked
    const answer = Promise.withResolvers<Message>()
    const hear = (message: Message) => message.kind !== 'window' && message.id === id && answer.resolve(message)
    child.on('message', hear)
    child.send({ id, source: work.toString(), arg })
    const message = await answer.promise
    child.off('message', hear)
    if (message.kind === 'thrown') throw new Error(message.error)
    return (message as { value: unknown }).value as never
  }
}
