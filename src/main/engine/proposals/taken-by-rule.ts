import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { MirrorMode } from '../../../shared/domain/mirror'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { entryOfProposal, openProposals, type Proposal } from '../../../shared/domain/proposal'
import type { EventDraft } from '../../../shared/events/define'
import { entryAdded } from '../../../shared/events/entry-added'
import { entryCorrected } from '../../../shared/events/entry-corrected'
import type { Millis } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'
import type { LiveRecord } from '../record/live-record'

interface TakeOptions {
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  readonly openIncidents: () => readonly IncidentId[]
  /** Messages as they were read last. */
  readonly rooms: () => { readonly proposals: readonly Proposal[] }
  readonly mode: (incident: Incident) => MirrorMode
}

const bySlack = { kind: 'vendor', name: 'Slack' } as const
/** Lines of one commit: a room that was silent here for long is taken in parts. */
const MOST_TAKEN = 50

/**
 * [RM5] [RM6] Takes messages of an incident's own channel as lines where the team wants that, and corrects lines whose message
 * was edited in Slack: on the machine that sends for the incident, so that two do not write the same.
 */
export function takeByRule({ clock, ledger, openIncidents, rooms, mode }: TakeOptions): void {
  const { proposals: read } = rooms()
  if (read.length === 0) return
  for (const id of openIncidents()) {
    const record = ledger.sends(id) ? ledger.record(id) : null
    if (record === null) continue
    const now = clock.now()
    const events = [...taken(record, read, mode(record.incident), now), ...corrected(record, read, now)]
    if (events.length > 0) ledger.commit(id, newId<RequestId>(), { events }, now)
  }
}

/** Of the incident's own channel alone: the war room of a team may be about several incidents. */
function taken(
  { incident, line }: LiveRecord,
  read: readonly Proposal[],
  mode: MirrorMode,
  now: Millis,
): readonly EventDraft[] {
  if (mode === 'none' || openedChannel(incident) === undefined) return []
  return openProposals(incident, entry => line(entry) !== undefined, read)
    .filter(({ kind, pinned }) => kind === undefined && (mode === 'all' || pinned))
    .slice(0, MOST_TAKEN)
    .map(proposal => {
      const { pinned, at } = proposal
      const body = { entry: entryOfProposal(proposal), kind: 'note', text: lineOf(proposal), pinned } as const
      // A vendor's clock may be ahead of ours, and a line of the future would stay on top.
      return entryAdded.draft(body, Math.min(at, now), bySlack)
    })
}

/** A person's own wording of it stays. */
function corrected({ line }: LiveRecord, read: readonly Proposal[], now: Millis): readonly EventDraft[] {
  return read.flatMap(proposal => {
    if (proposal.edited !== true) return []
    const entry = line(entryOfProposal(proposal))
    if (entry === undefined || entry.retraction !== null || entry.erasure !== undefined) return []
    if (entry.text === lineOf(proposal) || entry.earlier.some(({ by }) => by.kind === 'person')) return []
    return [entryCorrected.draft({ entry: entry.id, text: lineOf(proposal) }, now, bySlack)]
  })
}

function lineOf({ author, text }: Proposal): string {
  return `${author}: ${text}`
}
