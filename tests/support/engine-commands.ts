import { incidentsOf } from '../../src/main/engine/incidents/incidents-of'
import { newItem, requestToSend, type ToSend } from '../../src/main/engine/outbox/item'
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
import type { Proposal } from '../../src/shared/domain/proposal'
import type { Channel } from '../../src/shared/domain/update'
import { ok, type Reply } from '../../src/shared/lib/reply'
import { MINUTE, type Millis } from '../../src/shared/lib/time'
import type { CannedBoard } from './canned-board'
import { answers, cannedChannels } from './fake-answers'
import type { FakeLog } from './fake-log'
import { shippedLintParts } from './shipped-lint'
import { shippedPlaybooks } from './shipped-method'

interface EngineSide {
  readonly log: FakeLog
  readonly now: () => Millis
  readonly board: CannedBoard
  /** The messages that screens were last told of. */
  readonly proposals: () => readonly Proposal[]
  /** After the events of a command are in the log. */
  readonly committed: (incident: IncidentId, written: ReturnType<FakeLog['append']>) => void
}

/** The engine's own commands over a log in memory. What they read besides the log is the canned board's. */
export function engineCommands({ log, now, board, proposals, committed }: EngineSide) {
  const items = new Map<string, QueuedItem>()

  const record = (incident: IncidentId) => {
    const events = log.eventsAfter(incident, 0)
    return events.length === 0 ? null : openLiveRecord(events)
  }

  function commit(incident: IncidentId, _: RequestId, decision: Decision, at: Millis): Reply<Receipt, Fault> {
    for (const act of decision.newItems ?? []) items.set(act.id, { ...act, place: items.size, origin: 'here' })
    for (const act of decision.changedItems ?? []) items.set(act.id, act)
    committed(incident, log.append(incident, decision.events, at))
    return ok({ seq: log.lastSeq(incident) })
  }

  /** As the log tells of them: a test also puts outcomes into it by itself, which an outbox would have on disk. */
  function openItems(): readonly QueuedItem[] {
    return log.incidents().flatMap(incident => {
      const { acts = [], updates = [] } = record(incident)?.incident ?? {}
      const requests = acts.flatMap(({ id, what, standing: { state } }) =>
        state === 'waiting' || state === 'unknown' || state === 'failed'
          ? [itemAs(state, id, incident, requestToSend(what))]
          : [],
      )
      const messages = updates.flatMap(({ id: update, content, delivery }) => {
        if (!('act' in delivery)) return []
        const state = delivery.state === 'publishing' ? 'waiting' : delivery.state
        return [itemAs(state, delivery.act, incident, { kind: 'update', update, content })]
      })
      return [...requests, ...messages]
    })
  }

  function itemAs(state: QueuedItem['state'], id: OutboxItemId, incident: IncidentId, toSend: ToSend): QueuedItem {
    const made = { ...newItem({ id, incident, now: now(), leavesAt: now() }, toSend), place: 0, origin: 'here' }
    return { ...(items.get(id) ?? made), state }
  }

  /** A channel that a test publishes to is connected. */
  function usedChannels(): readonly Channel[] {
    return log
      .incidents()
      .flatMap(incident => record(incident)?.incident.updates ?? [])
      .map(({ content }) => content.channel)
  }

  const ledger = {
    ...{ record, commit, workspace: HOUSE_LOG, origin: 'a'.repeat(32) },
    readOnly: () => undefined,
    sends: () => true,
  }

  const surroundings = (): Surroundings => ({
    now: now(),
    drill: true,
    // A busy machine takes longer than the five seconds that people have.
    cancelWindow: () => MINUTE,
    gate: () => undefined,
    objectionSpan: () => 120_000,
    approvalNeeded: () => false,
    present: () => [],
    holdingPost: () => undefined,
    ...shippedLintParts,
    statusPages: () => board.pages,
    cadence: () => defaultCadence,
    method: () => answers['method:read']({}).adoptable,
    playbooks: () => shippedPlaybooks,
    channels: () => [...cannedChannels, ...usedChannels()],
    incidentsOf: alert =>
      incidentsOf(
        alert,
        log.incidents().filter(id => record(id)?.incident.status !== 'resolved'),
        { record },
      ),
    alert: id => board.alerts.find(row => row.id === id),
    proposal: id => proposals().find(one => one.id === id),
    rooms: () => ({ ...board, proposals: proposals() }),
    sources: () => [],
    held: () => [],
    attachment: hash => ({ hash, type: 'image/png', size: 3 }),
    act: id => openItems().find(item => item.id === id),
    openItems,
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
