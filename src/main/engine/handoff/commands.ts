import { waitingMessages } from '../../../shared/contract/waiting-messages'
import type { HeldCount } from '../../../shared/domain/held'
import type { Incident } from '../../../shared/domain/incident'
import { openProposals } from '../../../shared/domain/proposal'
import { gateNoted } from '../../../shared/events/gate-noted'
import { handoffWritten } from '../../../shared/events/handoff-written'
import { heldCounted } from '../../../shared/events/held-counted'
import { messagesCounted } from '../../../shared/events/messages-counted'
import { sourcesNoted } from '../../../shared/events/sources-noted'
import { type CommandDecisions, decided, onIncident, type Situation } from '../record/decision'

/** Of machines and reasons: a stranger's bundle may name thousands. */
const MOST_HELD = 100
const engine = { kind: 'engine' } as const

export const handoffCommands: CommandDecisions<'handoff:write'> = {
  // The document is a view of the log up to its event, so writing the event is writing the document.
  'handoff:write': onIncident<'handoff:write'>(({ handoff }, { now, by, record, rooms, sources, held, gate }) => {
    const { proposals, feeds } = rooms()
    const open = openProposals(record.incident, id => record.line(id) !== undefined, proposals)
    const waiting = waitingMessages(open.length, feeds, now)
    return decided(
      messagesCounted.draft({ waiting }, now, engine),
      sourcesNoted.draft({ sources: sources() }, now, engine),
      ...gateNotedOf(record.incident, gate).map(criteria => gateNoted.draft({ criteria }, now, engine)),
      ...counted(held(record.incident.id), record.incident.heldEvents).map(draft =>
        heldCounted.draft(draft, now, engine),
      ),
      handoffWritten.draft({ handoff }, now, by),
    )
  }),
}

/** [GT12] While a fix is watched, the gate is what the next commander has to finish. */
function gateNotedOf({ id, status }: Pick<Incident, 'id' | 'status'>, gate: Situation['gate']) {
  const noted = status === 'monitoring' ? gate(id) : undefined
  return noted === undefined ? [] : [noted]
}

/** Where nothing is held, and nothing was, there is nothing to say. */
function counted(held: readonly HeldCount[], before: readonly HeldCount[]): readonly { held: readonly HeldCount[] }[] {
  return held.length + before.length === 0 ? [] : [{ held: held.slice(0, MOST_HELD) }]
}
