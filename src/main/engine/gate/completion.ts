import type { IncidentGate } from '../../../shared/contract/gate'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { CriterionNow } from '../../../shared/domain/method/gate'
import { gateCompleted } from '../../../shared/events/gate-completed'
import type { Clock, Notify } from '../ports'
import type { Ledger } from '../record/ledger'

interface CompletionOptions {
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  /** False: nothing may be written. */
  readonly writes: boolean
  readonly clock: Pick<Clock, 'now'>
  readonly notify: Notify
}

export interface GateCompletion {
  /** To be called with the gates at each reading and change, also where they are as before. */
  look(gates: readonly IncidentGate[]): void
  stop(): void
}

/**
 * [GT6] Calls once when all criteria of a monitored incident hold; it runs without an open view of the gate, since the
 * person to notify may have a hidden window. That it was called is in the log, by the machine that sends for the incident:
 * a start knows it from there, while nothing has been read yet.
 */
export function watchCompletion({ ledger, writes, clock, notify }: CompletionOptions): GateCompletion {
  const standing = new Map<IncidentId, 'waiting' | 'called'>()
  const notes = new Set<ReturnType<typeof setImmediate>>()

  function note(id: IncidentId, criteria: number): void {
    if (ledger.record(id)?.incident.status !== 'monitoring' || !ledger.sends(id)) return
    const now = clock.now()
    const event = gateCompleted.draft({ criteria }, now, { kind: 'engine' })
    ledger.commit(id, newId<RequestId>(), { events: [event] }, now)
  }

  /** Not in the middle of the commit or the reading that completed it. */
  function noteLater(id: IncidentId, criteria: number): void {
    const one = setImmediate(() => {
      notes.delete(one)
      note(id, criteria)
    })
    notes.add(one)
  }

  function lookAt({ incident: id, criteria, green }: IncidentGate): void {
    const incident = ledger.record(id)?.incident
    if (incident?.status !== 'monitoring') return void standing.delete(id)
    const before = standing.get(id) ?? (incident.gateCompletedAt === null ? 'waiting' : 'called')
    const isCalled = before === 'called' && !criteria.some(isBroken)
    const isComplete = green === criteria.length
    standing.set(id, isCalled || isComplete ? 'called' : 'waiting')
    if (isCalled || !isComplete) return
    notify('Can be resolved', incident.title)
    if (writes) noteLater(id, criteria.length)
  }

  return {
    look(gates) {
      const judged = new Set(gates.map(({ incident }) => incident))
      for (const id of standing.keys()) if (!judged.has(id)) standing.delete(id)
      for (const gate of gates) lookAt(gate)
    },
    stop() {
      for (const one of notes) clearImmediate(one)
      notes.clear()
    },
  }
}

/**
 * What makes it worth another call once it holds again. Stability is not: it follows from the others, and after a start
 * nobody has seen yet how long it has held.
 */
function isBroken({ state, evidence }: CriterionNow): boolean {
  if (state !== 'red') return false
  return evidence.some(({ kind }) => kind === 'word') || !evidence.some(({ kind }) => kind === 'stable')
}
