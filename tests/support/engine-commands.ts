import { newItem, requestToSend } from '../../src/main/engine/outbox/item'
import type { Decision, Surroundings } from '../../src/main/engine/record/decision'
import { openLiveRecord } from '../../src/main/engine/record/live-record'
import { parseCall, runCommand } from '../../src/main/engine/sessions/dispatch'
import type { QueuedItem } from '../../src/main/engine/storage/queued-items'
import type { CommandName, Receipt } from '../../src/shared/contract/calls'
import type { Fault } from '../../src/shared/contract/faults'
import { defaultCadence } from '../../src/shared/domain/cadence'
import { HOUSE_LOG } from '../../src/shared/domain/house-log'
import { type IncidentId, newId, type OutboxItemId, type RequestId } from '../../src/shared/domain/ids'
import type { Actor } from '../../src/shared/domain/people'
import { ok, type Reply } from '../../src/shared/lib/reply'
import { type Millis, SECOND } from '../../src/shared/lib/time'
import type { CannedBoard } from './canned-board'
import { cannedChannels } from './fake-answers'
import type { FakeLog } from './fake-log'

interface EngineSide {
  readonly log: FakeLog
  readonly now: () => Millis
  readonly board: CannedBoard
  /** After the events of a command are in the log. */
  readonly committed: (incident: IncidentId, written: ReturnType<FakeLog['append']>) => void
}

/** The engine's own commands over a log in memory. What they read besides the log is the canned board's. */
export function engineCommands({ log, now, board, committed }: EngineSide) {
  const acts = new Map<string, QueuedItem>()

  const record = (incident: IncidentId) => {
    const events = log.eventsAfter(incident, 0)
    return events.length === 0 ? null : openLiveRecord(events)
  }

  function commit(incident: IncidentId, _: RequestId, decision: Decision, at: Millis): Reply<Receipt, Fault> {
    for (const act of decision.newItems ?? []) acts.set(act.id, { ...act, place: acts.size, origin: 'here' })
    for (const act of decision.changedItems ?? []) acts.set(act.id, act)
    committed(incident, log.append(incident, decision.events, at))
    return ok({ seq: log.lastSeq(incident) })
  }

  const ledger = {
    ...{ record, commit, workspace: HOUSE_LOG, origin: 'a'.repeat(32) },
    readOnly: () => undefined,
    sends: () => true,
  }

  const surroundings = (): Surroundings => ({
    now: now(),
    drill: true,
    cancelWindow: () => 5 * SECOND,
    approvalNeeded: () => false,
    cadence: () => defaultCadence,
    channels: () => cannedChannels,
    alert: id => board.alerts.find(row => row.id === id),
    proposal: id => board.proposals.find(one => one.id === id),
    rooms: () => board,
    sources: () => [],
    held: () => [],
    attachment: hash => ({ hash, type: 'image/png', size: 3 }),
    act: id => acts.get(id) ?? plantedItem(log, id, now()),
    openItems: () => [...acts.values()],
    erasable: () => [],
    annotators: () => [],
  })

  return (name: CommandName, given: unknown, by: Actor): Reply<Receipt, Fault> => {
    const parsed = parseCall(name, given)
    if (!parsed.ok) return parsed
    const { input } = parsed.value
    return runCommand(ledger, surroundings(), { name, input, request: newId<RequestId>(), by })
  }
}

/** A test plants the events of a request without its row, which the record tells all of. */
function plantedItem(log: FakeLog, id: OutboxItemId, now: Millis): QueuedItem | undefined {
  for (const incident of log.incidents()) {
    const head = log.record(incident)?.incident
    const request = head?.acts.find(one => one.id === id)
    const update = head?.updates.find(({ delivery }) => 'act' in delivery && delivery.act === id)
    const state = request?.standing.state ?? update?.delivery.state
    if (state === undefined) continue
    const toSend =
      update === undefined
        ? request && requestToSend(request.what)
        : ({ kind: 'update', update: update.id, content: update.content, audience: update.audience } as const)
    if (toSend === undefined) continue
    const row = newItem({ id, incident, now, leavesAt: now }, toSend)
    return {
      ...row,
      state: state === 'publishing' ? 'waiting' : (state as QueuedItem['state']),
      place: 0,
      origin: 'here',
    }
  }
  return undefined
}
