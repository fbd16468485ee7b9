import { type ConnectionId, type IncidentId, type LinkId, newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import type { VendorRequest } from '../../../shared/domain/vendor-request'
import { type StepRequest, stepsToAsk } from '../../../shared/domain/war-room'
import { actAsked } from '../../../shared/events/act-asked'
import { actDone } from '../../../shared/events/act-done'
import { actSuperseded } from '../../../shared/events/act-superseded'
import { decisionSettled } from '../../../shared/events/decision-settled'
import type { EventDraft } from '../../../shared/events/define'
import { entryAdded } from '../../../shared/events/entry-added'
import { foldDrafts } from '../../../shared/events/fold'
import { linkAdded } from '../../../shared/events/link-added'
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
 * decision and change of severity, the topic of the incident's channel when what it says has changed, and the steps of a
 * war room [WR2] once its channel is there.
 */
export function withReactions(decision: Decision, ground: ReactionContext): Decision {
  const byRules = [...marks(decision.events, ground), ...topics(decision.events, ground)]
  const steps = roomSteps(decision.events, ground)
  const asked = [...byRules.map(what => ({ id: newId<OutboxItemId>(), what })), ...steps.asked]
  if (asked.length === 0) return decision
  const stale = asked.flatMap(({ what }) => supersededBy(what, ground))
  return {
    events: [
      ...decision.events,
      ...steps.links,
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

interface RoomSteps {
  readonly asked: readonly StepRequest[]
  readonly links: readonly EventDraft[]
}

const noSteps: RoomSteps = { asked: [], links: [] }

/** [WR2] What follows in a war room once its channel is there, and the channel as a link of the incident. */
function roomSteps(events: readonly EventDraft[], { before, incident, now }: ReactionContext): RoomSteps {
  if (before === undefined || before.roomPlans.length === 0) return noSteps
  const done = events.flatMap(event => (event.kind === actDone.kind ? [event.body as BodyOf<'act-done'>] : []))
  if (done.length === 0) return noSteps
  const links = done.flatMap(({ act, what, url }) => {
    if (what.kind !== 'chat-open' || url === null || !before.roomPlans.some(plan => plan.act === act)) return []
    const link = { id: act as string as LinkId, kind: 'war-room', label: `#${what.name}`, url } as const
    return [linkAdded.draft({ link }, now, byRule)]
  })
  return { asked: stepsToAsk(foldDrafts(incident, before, events, now)), links }
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
