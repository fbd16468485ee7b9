import type { ConnectionId, OutboxItemId } from './ids'
import type { RecordedRequest, VendorRequest, VendorThing } from './vendor-request'

/** [WR1] The war room in one act: a channel, and all that is done in it once it is there. */

/** A step that follows the channel. `act` is the item of the outbox that does it, chosen when the room was asked for. */
export type RoomStep =
  | { readonly kind: 'post'; readonly act: OutboxItemId; readonly text: string }
  /** A message with one link, which `pin` pins once it is there. */
  | { readonly kind: 'pin'; readonly act: OutboxItemId; readonly pin: OutboxItemId; readonly text: string }
  /** `person.id` is their e-mail address or their id in Slack. */
  | { readonly kind: 'invite'; readonly act: OutboxItemId; readonly person: VendorThing }
  /** In the team's channel for incidents, not in the room. */
  | {
      readonly kind: 'public-line'
      readonly act: OutboxItemId
      readonly connection: ConnectionId
      readonly channel: VendorThing
      readonly text: string
    }

/** What a person confirmed at once. `act` is the item that opens the channel. */
export interface RoomPlan {
  readonly act: OutboxItemId
  readonly connection: ConnectionId
  readonly steps: readonly RoomStep[]
}

/** A request of a step, with the id that it was given when the room was asked for. */
export interface StepRequest {
  readonly id: OutboxItemId
  readonly what: VendorRequest
}

interface PlansAndRequests {
  readonly roomPlans: readonly RoomPlan[]
  readonly acts: readonly RecordedRequest[]
}

/**
 * [WR2] The steps that can be asked for now and were not: all of them once the channel is there, a pin once its message
 * is. Their ids are in the plan, so that two machines, or one that crashed, ask for each once.
 */
export function stepsToAsk({ roomPlans, acts }: PlansAndRequests): readonly StepRequest[] {
  if (roomPlans.length === 0) return []
  const known = new Map(acts.map(act => [act.id, act]))
  return roomPlans.flatMap(plan => {
    const channel = channelOf(plan, known)
    if (channel === undefined) return []
    const { connection, url } = channel
    const room = { connection, channel: channel.channel }
    return plan.steps.flatMap(step => requestsOf(step, room, url, known)).filter(({ id }) => !known.has(id))
  })
}

interface OpenedRoom {
  readonly connection: ConnectionId
  readonly channel: VendorThing
  readonly url: string | null
}

function channelOf(plan: RoomPlan, known: ReadonlyMap<OutboxItemId, RecordedRequest>): OpenedRoom | undefined {
  const act = known.get(plan.act)
  // A person's word that it is there names no channel: nothing can be done in it.
  if (act?.what.kind !== 'chat-open' || act.standing.state !== 'done' || act.standing.externalId === '')
    return undefined
  const { externalId: id, url } = act.standing
  return { connection: plan.connection, channel: { id, name: act.what.name }, url }
}

type InRoom = Pick<OpenedRoom, 'connection' | 'channel'>

function requestsOf(
  step: RoomStep,
  room: InRoom,
  url: string | null,
  known: ReadonlyMap<OutboxItemId, RecordedRequest>,
): readonly StepRequest[] {
  const { act: id } = step
  switch (step.kind) {
    case 'invite':
      return [{ id, what: { kind: 'chat-invite', ...room, person: step.person } }]
    case 'post':
      return [{ id, what: { kind: 'chat-post', ...room, text: step.text, step: true } }]
    case 'public-line': {
      const { connection, channel, text } = step
      return [{ id, what: { kind: 'chat-post', connection, channel, text: withAddress(text, room, url), step: true } }]
    }
    case 'pin': {
      const post: StepRequest = { id, what: { kind: 'chat-post', ...room, text: step.text, step: true } }
      const message = known.get(id)?.standing
      if (message?.state !== 'done' || message.externalId === '') return [post]
      const pin = { kind: 'chat-pin', ...room, message: message.externalId, step: true } as const
      return [post, { id: step.pin, what: pin }]
    }
  }
}

/** A channel's name alone leads nowhere in a plain text: its address, known once it is open, follows it. */
function withAddress(text: string, { channel }: InRoom, url: string | null): string {
  const name = `#${channel.name}`
  if (url === null) return text
  return text.includes(name) ? text.replace(name, () => `${name} (${url})`) : `${text}\n${url}`
}

/** How far a step is. */
export type StepState = 'after-channel' | 'waiting' | 'done' | 'failed' | 'unknown' | 'no-message'

export interface StepProgress {
  readonly step: RoomStep
  readonly state: StepState
  /** The item that needs a person, where one does; undefined: none. */
  readonly act: RecordedRequest | undefined
}

/** [WR3] Each step of a plan with how far it is: of a pin, its message first. */
export function stepProgress(plan: RoomPlan, acts: readonly RecordedRequest[]): readonly StepProgress[] {
  const known = new Map(acts.map(act => [act.id, act]))
  return plan.steps.map(step => {
    const posted = known.get(step.act)
    if (step.kind !== 'pin' || posted?.standing.state !== 'done') return { step, state: stateOf(posted), act: posted }
    if (posted.standing.externalId === '') return { step, state: 'no-message', act: undefined }
    const pinned = known.get(step.pin)
    return { step, state: pinned === undefined ? 'waiting' : stateOf(pinned), act: pinned }
  })
}

function stateOf(act: RecordedRequest | undefined): StepState {
  if (act === undefined) return 'after-channel'
  return act.standing.state === 'superseded' ? 'waiting' : act.standing.state
}
