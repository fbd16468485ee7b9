import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CommandName } from '../../../../src/shared/contract/calls'
import type { RequestId } from '../../../../src/shared/domain/ids'
import type { EngineStart, FromEngine, State, ToEngine } from './engine-messages'

export interface Standings {
  readonly of: ReadonlyMap<string, State>
  /** Acts in the outbox whose end is open. */
  readonly open: number
}

/** The engine of the run, in a process of its own. */
export interface EngineLink {
  /** How everything stood when it was ready. */
  readonly found: Standings
  /** @returns what it refused, null when it did it, or `lost`: it was killed, and nobody knows */
  run(name: CommandName, input: object, request: RequestId): Promise<string | null>
  standings(): Promise<Standings>
  /** SIGKILL: not one more instruction of it runs. */
  kill(): Promise<void>
}

export const lost = 'lost'

const words = ['--import', './tests/support/plain-typescript.mjs', 'tests/main/outbox/faulty/engine-process.ts']

/** @param moved called with each change of an act or update, as the engine tells it */
export async function startEngineProcess(
  start: EngineStart,
  moved: (id: string, state: State) => void,
): Promise<EngineLink> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const running = new Map<RequestId, (fault: string | null) => void>()
  let answerStandings = Promise.withResolvers<Standings>()
  child.on('message', raw => {
    // Our own engine process sends nothing else.
    const message = raw as FromEngine
    if (message.say === 'moved') moved(message.id, message.state)
    else if (message.say === 'standings') {
      answerStandings.resolve({ of: new Map(message.standings), open: message.open })
    } else {
      running.get(message.request)?.(message.fault)
      running.delete(message.request)
    }
  })
  child.on('exit', () => {
    for (const answer of running.values()) answer(lost)
    answerStandings.reject(new Error('The engine ended'))
  })
  const ask = (message: ToEngine) => child.connected && child.send(message)
  ask({ ask: 'start', start })
  const found = await answerStandings.promise
  return {
    found,
    run(name, input, request) {
      if (!child.connected) return Promise.resolve(lost)
      const { promise, resolve } = Promise.withResolvers<string | null>()
      running.set(request, resolve)
      ask({ ask: 'run', name, input, request })
      return promise
    },
    standings() {
      answerStandings = Promise.withResolvers()
      ask({ ask: 'standings' })
      return answerStandings.promise
    },
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
