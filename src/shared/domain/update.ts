import { showControls } from '../lib/controls'
import type { Millis } from '../lib/time'
import { unreachable } from '../lib/unreachable'
import type { Audience } from './audience'
import type { Readers } from './channels/channel-kind'
import { type ChannelVendor, channelKind } from './channels/channel-kinds'
import type { CodedReason } from './coded'
import type { ConnectionId, OutboxItemId, UpdateId } from './ids'
import type { Actor } from './people'
import type { Status } from './status'
import type { TextBasis } from './text-basis'
import type { Waiver } from './waiver'

export const componentStatuses = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const
export type ComponentStatus = (typeof componentStatuses)[number]

/** [SP26] What a status page says of a public incident as a whole, mildest first; maintenance has a word of its own. */
export const publicImpacts = ['none', 'minor', 'major', 'critical'] as const
export type PublicImpact = (typeof publicImpacts)[number]

/** Where an update goes. `target` is the Statuspage page id, the Slack channel id, or the vendor's name where a connection has one target; `label` is what people call it. */
export interface Channel {
  readonly vendor: ChannelVendor
  readonly connection: ConnectionId
  readonly target: string
  readonly label: string
  /** Who reads it, where that is not as its kind says. */
  readonly readers?: Readers | undefined
}

export const stages = ['initial', 'progress', 'resolution'] as const
export type Stage = (typeof stages)[number]

/** What an update says; the same shape while it is drafted and when it is out. */
export interface UpdateContent {
  readonly stage: Stage
  readonly channel: Channel
  readonly title: string
  readonly body: string
  readonly status: Status
  /** Component id → what customers will see for it. */
  readonly components: Readonly<Record<string, ComponentStatus>>
  /** Component id → what customers saw of it when it was changed; absent where that was not read. */
  readonly before?: Readonly<Record<string, ComponentStatus>> | undefined
  readonly notify: boolean
  /** The promise "next update by", or null for none. */
  readonly nextUpdateAt: Millis | null
  /** [SP26] Absent: the channel has none, or the page works it out of its components. */
  readonly impact?: PublicImpact | undefined
}

/**
 * As the record has it once it was written: the engine takes white space from both ends and writes the fields in this
 * order, and what nobody would see is shown [HT2].
 */
export function recordedContent(content: UpdateContent): UpdateContent {
  const { stage, status, components, before, notify, nextUpdateAt, impact } = content
  const { vendor, connection, target, label, readers } = content.channel
  return {
    ...{ stage, channel: { vendor, connection, target, label: showControls(label), ...(readers && { readers }) } },
    ...{ title: showControls(content.title.trim()), body: showControls(content.body.trim()), status, components },
    ...(before === undefined ? {} : { before }),
    ...{ notify, nextUpdateAt },
    ...(impact === undefined ? {} : { impact }),
  }
}

/** A public incident on a status page, as the page lists it: perhaps the one that an incident has there. */
export interface PublicCandidate {
  readonly externalId: string
  readonly name: string
  readonly status: string
  readonly openedAt: Millis
  readonly lastUpdate: string
}

/** One of several copies of an item at a vendor. */
export interface VendorCopy {
  readonly externalId: string
  readonly url: string | null
}

export type Delivery =
  | { readonly state: 'drafted' }
  | { readonly state: 'publishing'; readonly act: OutboxItemId; readonly cancelUntil: Millis }
  /** [UP6] Held until a person says which public incident it continues. */
  | ({
      readonly state: 'asking'
      readonly act: OutboxItemId
      /** When it was looked for. */
      readonly at: Millis
      readonly reason: string
      readonly candidates: readonly PublicCandidate[]
    } & CodedReason)
  | {
      readonly state: 'published'
      readonly at: Millis
      readonly externalId: string
      readonly url: string | null
      /** [PE6] The vendor's id of this update among those of its public incident; absent: it has none, or it is not known. */
      readonly entry?: string | undefined
      /** [OB21] It is at the vendor more than once: these. */
      readonly copies?: readonly VendorCopy[] | undefined
    }
  /** `inDoubt`: given up by a person while nobody knew whether it is out. */
  | ({
      readonly state: 'failed'
      readonly act: OutboxItemId
      readonly reason: string
      readonly inDoubt: boolean
    } & CodedReason)
  | ({ readonly state: 'unknown'; readonly act: OutboxItemId; readonly reason: string } & CodedReason)
  | { readonly state: 'discarded' }

export interface UpdateFacts {
  readonly service?: string | undefined
  readonly impact?: string | undefined
}

/** How the text of a draft was made, so that the next editor finds its template, fields and choices. */
export interface DraftOrigin {
  /** Null: it came from none. */
  readonly template: string | null
  /** [TM14] Of the template's file when the text was last filled from it; absent: not known. */
  readonly version?: string | undefined
  /** What its writer typed into the template's fields, by name. */
  readonly typed: Readonly<Record<string, string>>
  /** The text is the writer's: the template no longer overwrites it. */
  readonly byHand: boolean
  readonly statusChosen: boolean
  /** The span that its writer chose for the promise; null: as the severity's rhythm says. */
  readonly promisedMinutes: number | null
}

/** Used in a draft that has no channel yet: the channel is chosen before it is sent. */
export const noChannel: Channel = {
  vendor: 'statuspage',
  connection: 'no-channel:none' as ConnectionId,
  target: 'none',
  label: 'No channel yet',
}

export function hasChannel(content: Pick<UpdateContent, 'channel'>): boolean {
  return content.channel.connection !== noChannel.connection
}

/** [CM8] What the newest update that was not discarded had in this field, by hand. */
export function lastTyped(updates: readonly Update[], name: keyof UpdateFacts): string | undefined {
  return updates.findLast(({ facts, delivery }) => delivery.state !== 'discarded' && facts?.[name] !== undefined)
    ?.facts?.[name]
}

/** [PE2] A wording that customers could read until it was edited where it stood. */
export interface UpdateEdit {
  readonly act: OutboxItemId
  readonly at: Millis
  readonly before: string
  readonly why: string
}

/** One rendition of a message: what it says in one channel, and what became of it there. */
export interface Update {
  readonly id: UpdateId
  /** [UP10] The message that it is a part of. */
  readonly message: UpdateId
  /** [UP9] Whom it reaches. */
  readonly audience: Audience
  readonly content: UpdateContent
  readonly delivery: Delivery
  /** [AU9] Who published it last; absent: nobody, or another machine’s engine. */
  readonly sentBy?: Actor | undefined
  /** [AP5] Who wrote the text that it has; absent: folded by an earlier version. */
  readonly writtenBy?: Actor | undefined
  /** Product and symptom as its writer typed them. */
  readonly facts?: UpdateFacts | undefined
  /** [CM22] Absent: worded by hand, or by an earlier version. */
  readonly wording?: DraftOrigin | undefined
  /** [CM27] What it was written from, as of its last draft. */
  readonly basis?: TextBasis | undefined
  /** [PE2] What it said before, the oldest first; absent: what was published stands. */
  readonly edits?: readonly UpdateEdit[] | undefined
  /** [LN29] Absent: the check had nothing to say when it was published, or it was not published yet. */
  readonly waiver?: Waiver | undefined
}

/** Whom updates of an incident are for, each once. */
export function audiencesOf({ updates }: { readonly updates: readonly Update[] }): readonly Audience[] {
  return [...new Set(updates.map(({ audience }) => audience))]
}

/** [UP7] The updates of one audience, in the order in which they were written. */
export function publishedTo(audience: Audience, updates: readonly Update[]): readonly PublishedUpdate[] {
  return updates.filter(isPublished).filter(update => update.audience === audience)
}

type PublishedUpdate = Update & { readonly delivery: Extract<Delivery, { readonly state: 'published' }> }

export function isPublished(update: Update): update is PublishedUpdate {
  return update.delivery.state === 'published'
}

/** [UP8] What an audience reads by now, or may read soon: out, on its way, held back, or nobody knows. */
export function mayHaveReachedAudience(audience: Audience, updates: readonly Update[]): readonly Update[] {
  return updates.filter(update => mayHaveReached(update) && update.audience === audience)
}

/** [PT2] A person posts it and has not said that it is out: nobody was told, and nothing is in doubt. */
export function isToPost({ content, delivery }: Pick<Update, 'content' | 'delivery'>): boolean {
  return delivery.state === 'unknown' && channelKind(content.channel).byHand === true
}

/** Whether it may be read by now, or soon. */
export function mayHaveReached(update: Pick<Update, 'content' | 'delivery'>): boolean {
  const { delivery } = update
  if (isToPost(update)) return false
  if (delivery.state === 'failed') return delivery.inDoubt
  return delivery.state !== 'drafted' && delivery.state !== 'discarded'
}

/** [CM21] Customers read of trouble, and nothing says yet that it is over. */
export function awaitsResolution(updates: readonly Update[]): boolean {
  const told = publishedTo('customers', updates).toSorted((a, b) => a.delivery.at - b.delivery.at)
  const last = told.at(-1)?.content
  return last !== undefined && last.stage !== 'resolution' && last.status !== 'resolved'
}

/** One key for a target that has its own order: updates to one status page never overtake each other. */
export function channelKey(channel: Channel): string {
  return `${channel.vendor}:${channel.connection}:${channel.target}`
}

/** [UP3] Only what was not sent, and cannot have been sent, can still be edited. */
export function isEditable(delivery: Delivery): boolean {
  switch (delivery.state) {
    case 'drafted':
      return true
    case 'failed':
      return !delivery.inDoubt
    case 'publishing':
    case 'asking':
    case 'published':
    case 'unknown':
    case 'discarded':
      return false
    default:
      return unreachable(delivery)
  }
}
