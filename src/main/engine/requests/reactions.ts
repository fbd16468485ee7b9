import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import type { VendorRequest } from '../../../shared/domain/vendor-request'
import { actAsked } from '../../../shared/events/act-asked'
import { actDone } from '../../../shared/events/act-done'
import { actSuperseded } from '../../../shared/events/act-superseded'
import { decisionSettled } from '../../../shared/events/decision-settled'
import type { EventDraft } from '../../../shared/events/define'
import { entryAdded } from '../../../shared/events/entry-added'
import { foldDrafts } from '../../../shared/events/fold'
import type { BodyOf } from '../../../shared/events/registry'
import { severityChanged } from '../../../shared/events/severity-changed'
import type { Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { itemOf, newItem, requestToSend } from '../outbox/item'
import type { Decision } from '../record/decision'
import type { QueuedItem } from '../storage/queued-items'
import { topicOf } from './topic'

/** What the rules need to know besides the decision. */
export interface ReactionContext {
  readonly incident: IncidentId
  /** The incident before what was decided. */
  readonly before: Incident | undefined
  readonly now: Millis
  /** Grafana connections that take marks. */
  readonly annotators: readonly ConnectionId[]
  openItems(): readonly QueuedItem[]
}

const byRule = { kind: 'engine' } as const

/**
 * [AC1] Adds what follows from a decision by itself, in the same transaction: a mark on Grafana's charts for each
 * decision and change of severity, and the topic of the incident's channel when what it says has changed.
 */
export function withReactions(decision: Decision, ground: ReactionContext): Decision {
  const asked = [...marks(decision.events, ground), ...topics(decision.events, ground)].map(what => ({
    id: newId<OutboxItemId>(),
    what,
  }))
  if (asked.length === 0) return decision
  const stale = asked.flatMap(({ what }) => supersededBy(what, ground))
  return {
    events: [
      ...decision.events,
      ...stale.map(({ row, what }) => actSuperseded.draft({ act: row.id, what }, ground.now, byRule)),
      ...asked.map(({ id, what }) => actAsked.draft({ act: id, what }, ground.now, byRule)),
    ],
    newItems: [
      ...(decision.newItems ?? []),
      ...asked.map(({ id, what }) => {
        const { incident, now } = ground
        return newItem({ id, incident, now, leavesAt: now }, requestToSend(what))
      }),
    ],
    changedItems: [
      ...(decision.changedItems ?? []),
      ...stale.map(({ row }) => ({ ...row, state: 'cancelled' as const })),
    ],
  }
}

function marks(events: readonly EventDraft[], { annotators }: ReactionContext): readonly VendorRequest[] {
  return events.flatMap(event => {
    const text = markText(event)
    return text === undefined
      ? []
      : annotators.map(connection => ({ kind: 'annotation', connection, text, at: event.at }) as const)
  })
}

function markText(event: EventDraft): string | undefined {
  if (event.kind === severityChanged.kind) {
    const { from, to } = event.body as { readonly from: string; readonly to: string }
    return `Severity ${from} → ${to}`
  }
  if (event.kind === decisionSettled.kind) {
    // [DN8] What was typed as a line has that line's mark.
    const { text, state, entry } = event.body as BodyOf<'decision-settled'>
    return state === 'decided' && entry === null ? shortened(`Decision: ${text}`, 4_000) : undefined
  }
  if (event.kind !== entryAdded.kind) return undefined
  const { kind, text } = event.body as { readonly kind: string; readonly text: string }
  return kind === 'decision' ? shortened(`Decision: ${text}`, 4_000) : undefined
}

/** The channel is the one that was opened for this incident; without one there is no topic to keep. */
function topics(events: readonly EventDraft[], { before, incident, now }: ReactionContext): readonly VendorRequest[] {
  if (before === undefined || !mayHaveChannel(before, events)) return []
  const after = foldDrafts(incident, before, events, now)
  const opened = openedChannel(after)
  const topic = topicOf(after)
  if (opened === undefined || (openedChannel(before) !== undefined && topicOf(before) === topic)) return []
  return [{ kind: 'chat-topic', connection: opened.connection, channel: opened.channel, topic }]
}

/** Spares the fold where no channel is there and none was just opened. */
function mayHaveChannel(before: Incident, events: readonly EventDraft[]): boolean {
  return openedChannel(before) !== undefined || events.some(event => event.kind === actDone.kind)
}

/** A topic that has not left yet is pointless once there is a newer one. */
function supersededBy(what: VendorRequest, { openItems }: ReactionContext) {
  if (what.kind !== 'chat-topic') return []
  return openItems().flatMap(row => {
    const item = itemOf(row)
    const replaced = row.state === 'waiting' && item.kind === 'chat-topic' && item.what.channel.id === what.channel.id
    return replaced ? [{ row, what: item.what }] : []
  })
}
