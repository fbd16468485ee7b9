import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Push } from '../../src/main/engine/bridge'
import { realTimeClock } from '../../src/main/engine/clock/clock'
import { openTemplates } from '../../src/main/engine/comms/templates'
import { startEngine } from '../../src/main/engine/engine'
import { createHttpClient } from '../../src/main/engine/http/client'
import type { Clock, HostPorts, Settings } from '../../src/main/engine/ports'
import { openServices, type Services } from '../../src/main/engine/services/services'
import { openStore } from '../../src/main/engine/storage/store'
import { openSecrets, tokenVariable } from '../../src/main/hosts/web/secrets'
import { openSettings } from '../../src/main/hosts/web/settings'
import type { Answer, CallName, Input } from '../../src/shared/contract/calls'
import type { Fault } from '../../src/shared/contract/faults'
import type { Mode } from '../../src/shared/contract/mode'
import type { Pushes, PushName } from '../../src/shared/contract/pushes'
import type { Welcome } from '../../src/shared/contract/welcome'
import type { RequestId } from '../../src/shared/domain/ids'
import { ok, type Reply } from '../../src/shared/lib/reply'
import { keptLogger } from './kept-logger'
import { shippedLint } from './shipped-lint'
import { shippedMethod } from './shipped-method'
import { workerSource } from './worker-source'

/** A real engine on a folder, its vendors over real HTTP, with one session at it. */
export interface RunningEngine {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Reply<Answer<Name>, Fault>>
  /** The answer of a call that must succeed. @throws with the fault's words */
  ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Name>>
  hello(): Promise<Welcome>
  /** The newest push of a name. */
  pushed<Name extends PushName>(name: Name): Pushes[Name] | undefined
  readonly logger: ReturnType<typeof keptLogger>
  stop(): Promise<void>
}

export function runEngine(
  folder: string,
  settings: Partial<Settings>,
  clock: Clock = realTimeClock(),
  world: Mode = { kind: 'real' },
  parts: Partial<Pick<HostPorts, 'secrets' | 'notify'> & { readonly services: Services; readonly push: Push }> = {},
): RunningEngine {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const kept = openSettings(folder)
  kept.write(settings)
  const logger = keptLogger()
  // Vendors that answer nobody without one.
  const tokens = Object.fromEntries(kept.read().connections.map(({ id }) => [tokenVariable(id), 'made-up-token']))
  const engine = startEngine({
    store: store.value,
    folder,
    ports: {
      ...{ clock, secrets: parts.secrets ?? openSecrets(folder, tokens), settings: kept, logger },
      ...{
        notify: parts.notify ?? (() => undefined),
        random: () => 0.5,
        defaultName: 'Dana Scully',
        worker: workerSource,
      },
    },
    http: createHttpClient({}),
    templates: openTemplates({ shipped: join(import.meta.dirname, '../../resources/templates') }),
    services: parts.services ?? openServices(join(folder, 'services.yaml'), logger),
    method: shippedMethod(),
    lint: shippedLint(),
    world,
    version: '0.0.0',
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
  const pushes = new Map<PushName, unknown>()
  const push: Push = (name, payload) => {
    pushes.set(name, payload)
    parts.push?.(name, payload)
  }
  const session = engine.openSession(push, 'host')
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= engine.stop()
    return stopped
  }
  onTestFinished(stop)
  const call: RunningEngine['call'] = (name, input) => session.call(randomUUID() as RequestId, name, input) as never
  const ask: RunningEngine['ask'] = async (name, input) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${reply.fault.kind}: ${reply.fault.message}`)
    return reply.value
  }
  return {
    ...{ call, ask, logger, stop },
    hello: () => ask('session:hello', { name: 'Dana Scully', screen: 'test' }),
    pushed: name => pushes.get(name) as never,
  }
}
