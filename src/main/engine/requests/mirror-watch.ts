import { type IncidentId, newId, type OutboxItemId, type RequestId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { defaultMirror, linesToPost, type MirrorMode } from '../../../shared/domain/mirror'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { actAsked } from '../../../shared/events/act-asked'
import { SECOND } from '../../../shared/lib/time'
import { newItem, requestToSend } from '../outbox/item'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'

/** Real time. A burst of lines becomes one message, and Slack takes one message a second for each channel. */
const GATHER = 2 * SECOND

interface MirrorOptions {
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  /** What the team chose; undefined: nothing. */
  readonly chosen: () => MirrorMode | undefined
}

export interface MirrorWatch {
  /** A log has changed. */
  changed(incident: IncidentId): void
  stop(): void
}

/** [RM1] The incident's own choice, then the team's; a room that was not opened in one act is left as it was. */
export function mirrorOf({ mirror, roomPlans }: Pick<Incident, 'mirror' | 'roomPlans'>, team?: MirrorMode): MirrorMode {
  return mirror ?? (roomPlans.length === 0 ? 'none' : (team ?? defaultMirror))
}

/**
 * [RM2] [RM3] Repeats lines in the room of an incident: one request at a time, which names the lines and not their words, on
 * the machine that sends for it. Lines of other machines are repeated once they are merged.
 */
export function watchMirror({ clock, ledger, chosen }: MirrorOptions): MirrorWatch {
  const waiting = new Map<IncidentId, () => void>()

  function post(id: IncidentId): void {
    waiting.delete(id)
    const record = ledger.sends(id) ? ledger.record(id) : null
    const room = record === null ? undefined : openedChannel(record.incident)
    if (record === null || room === undefined) return
    const { incident } = record
    const from = incident.acts.find(({ what }) => what.kind === 'chat-open')?.askedAt ?? incident.declaredAt
    const lines = linesToPost(record.timeline(), incident.acts, { mode: mirrorOf(incident, chosen()), from })
    if (lines === undefined) return
    const what = { kind: 'chat-lines', connection: room.connection, channel: room.channel, ...lines } as const
    const [act, now] = [newId<OutboxItemId>(), clock.now()]
    const events = [actAsked.draft({ act, what }, now, { kind: 'engine' })]
    const newItems = [newItem({ id: act, incident: id, now, leavesAt: now }, requestToSend(what))]
    ledger.commit(id, newId<RequestId>(), { events, newItems }, now)
  }

  return {
    changed(id) {
      if (waiting.has(id)) return
      const incident = ledger.record(id)?.incident
      if (incident === undefined || openedChannel(incident) === undefined) return
      if (mirrorOf(incident, chosen()) === 'none') return
      waiting.set(
        id,
        clock.at(clock.now() + GATHER * clock.rate, () => post(id)),
      )
    },
    stop() {
      for (const stop of waiting.values()) stop()
      waiting.clear()
    },
  }
}
