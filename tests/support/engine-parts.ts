import { onTestFinished } from 'vitest'
import { incidentsOf } from '../../src/main/engine/incidents/incidents-of'
import type { Situation, Surroundings } from '../../src/main/engine/record/decision'
import { type Committed, type Ledger, openLedger } from '../../src/main/engine/record/ledger'
import { runCommand } from '../../src/main/engine/sessions/dispatch'
import { erasableOf } from '../../src/main/engine/storage/erasable'
import { openStore, type Store } from '../../src/main/engine/storage/store'
import type { CommandName, Input } from '../../src/shared/contract/calls'
import { defaultCadence } from '../../src/shared/domain/cadence'
import { type IncidentId, newId, type RequestId } from '../../src/shared/domain/ids'
import { type Actor, responderNamed } from '../../src/shared/domain/people'
import type { Channel } from '../../src/shared/domain/update'
import { MINUTE } from '../../src/shared/lib/time'
import { type HandClock, handClock } from './hand-clock'
import { keptLogger } from './kept-logger'
import { shippedLintParts } from './shipped-lint'
import { shippedPlaybooks, shippedRules } from './shipped-method'

export const statusPage: Channel = {
  vendor: 'statuspage',
  connection: 'sp' as Channel['connection'],
  target: 'page-1',
  label: 'Acme Status',
}

const responder = responderNamed('Dana Scully')
if (responder === undefined) throw new Error('The test person has no name')
export const dana = { kind: 'person', responder } as const

export interface Bench {
  readonly store: Store
  readonly ledger: Ledger
  readonly clock: HandClock
  readonly told: readonly Committed[]
  readonly incident: IncidentId
  run<Name extends CommandName>(
    name: Name,
    input: Omit<Input<Name>, 'incident'>,
    request?: RequestId,
    /** Absent: Dana. */
    by?: Actor,
  ): ReturnType<typeof runCommand>
}

/** A real store in a scratch folder with commands run on it, on a clock moved by hand, without feeds or outbox. */
export function commandBench(folder: string, surroundings: Partial<Situation> = {}): Bench {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  onTestFinished(() => store.close())
  const clock = handClock()
  const told: Committed[] = []
  const ledger = openLedger(store, keptLogger(), committed => told.push(committed))
  const incident = newId<IncidentId>()
  const around: Omit<Surroundings, 'now'> = {
    drill: false,
    approvalNeeded: () => false,
    present: () => [],
    holdingPost: () => undefined,
    ...shippedLintParts,
    cancelWindow: () => 5_000,
    cadence: () => defaultCadence,
    method: () => shippedRules,
    playbooks: () => shippedPlaybooks,
    objectionSpan: () => 2 * MINUTE,
    gate: () => undefined,
    channels: () => [statusPage],
    alert: () => undefined,
    incidentsOf: alert =>
      incidentsOf(
        alert,
        ledger.summaries().flatMap(({ id, status }) => (status === 'resolved' ? [] : [id])),
        ledger,
      ),
    proposal: () => undefined,
    rooms: () => ({ proposals: [], feeds: [] }),
    sources: () => [],
    held: () => [],
    attachment: () => undefined,
    act: () => undefined,
    openItems: () => [],
    annotators: () => [],
    erasable: (of, what) => erasableOf(store.db, of, what),
    ...surroundings,
  }
  return {
    store,
    ledger,
    clock,
    told,
    incident,
    run: (name, input, request = newId<RequestId>(), by = dana) =>
      runCommand(ledger, { ...around, now: clock.now() }, { name, input: { incident, ...input }, request, by }),
  }
}
