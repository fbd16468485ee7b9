import { createHttpClient } from '../../../../src/main/engine/http/client'
import type { Outbox } from '../../../../src/main/engine/outbox/outbox'
import { startRecordOutbox } from '../../../../src/main/engine/outbox/record-outbox'
import { openLedger } from '../../../../src/main/engine/record/ledger'
import { runCommand } from '../../../../src/main/engine/sessions/dispatch'
import { openItems, readQueuedItem } from '../../../../src/main/engine/storage/queued-items'
import { openStore } from '../../../../src/main/engine/storage/store'
import { openAccount } from '../../../../src/main/engine/vendors/registry'
import { defaultCadence } from '../../../../src/shared/domain/cadence'
import { HOUSE_LOG } from '../../../../src/shared/domain/house-log'
import { newId, type OutboxItemId } from '../../../../src/shared/domain/ids'
import { responderNamed } from '../../../../src/shared/domain/people'
import type { Update } from '../../../../src/shared/domain/update'
import type { RecordedRequest } from '../../../../src/shared/domain/vendor-request'
import { shippedLintParts } from '../../../support/shipped-lint'
import { shippedPlaybooks, shippedRules } from '../../../support/shipped-method'
import type { EngineStart, FromEngine, State, ToEngine } from './engine-messages'
import { fastClock } from './paced-clock'

/**
 * The engine's record and outbox in a process of its own, with the clients of real accounts and no feeds. It ends only by
 * being killed: nothing here prepares for it.
 */
function serve(start: EngineStart): (message: ToEngine) => void {
  const clock = fastClock(start.origin, start.pace)
  const opened = openStore(start.folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const { db } = opened.value
  const http = createHttpClient({ timeout: start.timeout })
  const accounts = new Map(
    start.connections.map(one => [one.id, openAccount(one, start.tokens[one.id] ?? null, http)] as const),
  )
  let outbox: Outbox | undefined
  const ledger = openLedger(opened.value, silent, change => {
    if (change.outboxChanged) outbox?.wake()
    const { acts, updates } = change.record.incident
    for (const { body } of change.events) {
      const moved = acts.find(({ id }) => 'act' in body && id === body.act)
      if (moved !== undefined) say({ say: 'moved', id: moved.id, state: stateOfAct(moved) })
      const told = updates.find(({ id }) => 'update' in body && id === body.update)
      if (told !== undefined) say({ say: 'moved', id: told.id, state: stateOfUpdate(told) })
    }
  })
  const readings = {
    account: (id: string) => accounts.get(id as never),
    annotators: () => [],
    erasable: () => [],
    requestDelivered: () => undefined,
  }
  outbox = startRecordOutbox({ store: opened.value, ledger, accounts: readings, clock, logger: silent })

  const surroundings = () => ({
    ...{
      now: clock.now(),
      drill: false,
      cadence: () => defaultCadence,
      method: () => shippedRules,
      playbooks: () => shippedPlaybooks,
      objectionSpan: () => 120_000,
      approvalNeeded: () => false,
      present: () => [],
      holdingPost: () => undefined,
      ...shippedLintParts,
      cancelWindow: () => 0,
      gate: () => undefined,
      annotators: () => [],
      erasable: () => [],
      requestDelivered: () => undefined,
    },
    ...{
      alert: () => undefined,
      incidentsOf: () => [],
      proposal: () => undefined,
      sources: () => [],
      held: () => [],
      rooms: () => ({ proposals: [], feeds: [] }),
      attachment: () => undefined,
    },
    channels: () => [...accounts.values()].flatMap(account => account.channels),
    act: (id: OutboxItemId) => readQueuedItem(db, id),
    openItems: () => openItems(db),
  })

  function run(message: Extract<ToEngine, { ask: 'run' }>): void {
    const { request } = message
    const reply = runCommand(ledger, surroundings(), { ...message, by: somebody })
    say({ say: 'ran', request, fault: reply.ok ? null : reply.fault.message })
  }

  function standings(): void {
    const all = [HOUSE_LOG, ...start.incidents].flatMap(id => {
      const { acts = [], updates = [] } = ledger.record(id)?.incident ?? {}
      return [
        ...acts.map(act => [act.id, stateOfAct(act)] as const),
        ...updates.map(update => [update.id, stateOfUpdate(update)] as const),
      ]
    })
    say({ say: 'standings', standings: all, open: openItems(db).length })
  }

  for (const incident of start.incidents) {
    if (ledger.record(incident) !== null) continue
    const input = { incident, title: 'Busy', severity: 'SEV-2', impact: '' }
    runCommand(ledger, surroundings(), { name: 'incident:declare', input, request: newId(), by: somebody })
  }
  standings()
  return message => (message.ask === 'run' ? run(message) : standings())
}

function stateOfAct({ standing }: RecordedRequest): State {
  if ('copies' in standing) return 'twice'
  if (standing.state === 'failed') return standing.inDoubt ? 'given-up' : 'failed'
  return standing.state === 'waiting' || standing.state === 'superseded' ? 'open' : standing.state
}

function stateOfUpdate({ delivery }: Update): State {
  if ('copies' in delivery) return 'twice'
  if (delivery.state === 'failed') return delivery.inDoubt ? 'given-up' : 'failed'
  if (delivery.state === 'published') return 'done'
  return delivery.state === 'unknown' || delivery.state === 'asking' ? delivery.state : 'open'
}

const silent = { info: () => undefined, warn: () => undefined, error: console.error }
const responder = responderNamed('Dana Scully')
if (responder === undefined) throw new Error('The person of the run has no name')
const somebody = { kind: 'person', responder } as const

function say(message: FromEngine): void {
  process.send?.(message)
}

let answer: ((message: ToEngine) => void) | undefined
process.on('message', raw => {
  // Only the run that started this process speaks to it.
  const message = raw as ToEngine
  if (message.ask === 'start') answer = serve(message.start)
  else answer?.(message)
})
// Whoever started it is gone, and nobody is left to kill it.
process.on('disconnect', () => process.exit())
