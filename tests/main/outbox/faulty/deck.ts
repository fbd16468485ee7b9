import { pacedClock, thisMachine, type Wall } from '../../../../src/main/engine/clock'
import { runCommand } from '../../../../src/main/engine/dispatch'
import { createHttpClient } from '../../../../src/main/engine/http/client'
import type { HttpClient } from '../../../../src/main/engine/http/types'
import { type Ledger, openLedger } from '../../../../src/main/engine/ledger'
import { startOutbox } from '../../../../src/main/engine/outbox/outbox'
import { courierFor, outwardStory } from '../../../../src/main/engine/outward'
import type { Clock, Logger, Secrets } from '../../../../src/main/engine/ports'
import { openActs, readAct } from '../../../../src/main/engine/storage/acts'
import { openStore } from '../../../../src/main/engine/storage/store'
import { openAccount } from '../../../../src/main/engine/vendors/registry'
import type { CommandName, Input } from '../../../../src/shared/contract/calls'
import type { Connection } from '../../../../src/shared/contract/connections'
import { newId } from '../../../../src/shared/domain/ids'
import type { IncidentEvent } from '../../../../src/shared/events/registry'
import { dana } from '../../../support/engine-parts'

/** A clock on which the outbox's waits pass `times` as fast; its rate stays 1, as in the real world. */
export function fastClock(times: number): Clock {
  const start = Date.now()
  const wall: Wall = {
    now: () => start + (Date.now() - start) * times,
    after: (span, run) => thisMachine.after(span / times, run),
  }
  return pacedClock({ wall, origin: 0, rate: 1 })
}

export interface DeckOptions {
  readonly folder: string
  readonly clock: Clock
  readonly logger: Logger
  readonly connections: readonly Connection[]
  readonly secrets: Secrets
  /** Wall milliseconds after which a request is given up. */
  readonly timeout: number
  readonly told: (events: readonly IncidentEvent[]) => void
}

/** The engine's record and outbox, wired as the engine wires them, with clients of real accounts and no feeds. */
export interface Deck {
  readonly ledger: Ledger
  run<Name extends CommandName>(name: Name, input: Input<Name>): void
  openCount(): number
  /** As a `kill -9` would: requests are torn, nothing more is written. */
  kill(): void
}

export function openDeck(options: DeckOptions): Deck {
  const { clock, logger } = options
  const opened = openStore(options.folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const { db, close } = opened.value
  const killed = new AbortController()
  const http = untilKilled(createHttpClient({ timeout: options.timeout }), killed.signal)
  const accounts = new Map(
    options.connections.map(one => [one.id, openAccount(one, options.secrets.read(one.id), http)] as const),
  )
  let wake: () => void = () => undefined
  const ledger = openLedger(db, logger, change => {
    if (change.actsChanged) wake()
    options.told(change.events)
  })
  const alive = () => !killed.signal.aborted
  const outbox = startOutbox({
    clock,
    logger,
    courier: courierFor(ledger, { account: connection => accounts.get(connection) }),
    openActs: () => (alive() ? openActs(db) : []),
    readAct: id => (alive() ? readAct(db, id) : undefined),
    advance(act, turn) {
      if (!alive()) return false
      const now = clock.now()
      const decision = { events: outwardStory(act, turn, now), changedActs: [act] }
      return ledger.commit(act.incident, newId(), decision, now).ok
    },
  })
  wake = outbox.wake
  const surroundings = () => ({
    ...{
      now: clock.now(),
      drill: false,
      cancelWindow: () => 0,
      alert: () => undefined,
      proposal: () => undefined,
      attachment: () => undefined,
      annotators: () => [],
    },
    channels: () => [...accounts.values()].flatMap(account => account.channels),
    act: (id: Parameters<typeof readAct>[1]) => readAct(db, id),
    openActs: () => openActs(db),
  })
  return {
    ledger,
    run(name, input) {
      const reply = runCommand(ledger, surroundings(), { name, input, request: newId(), by: dana })
      if (!reply.ok) throw new Error(`${name}: ${reply.fault.message}`)
    },
    openCount: () => openActs(db).length,
    kill() {
      killed.abort()
      close()
    },
  }
}

function untilKilled(http: HttpClient, killed: AbortSignal): HttpClient {
  return { request: (request, signal) => http.request(request, AbortSignal.any([signal, killed])) }
}
