import type { FilledTemplate } from '../../../../shared/contract/comms'
import { type Audience, audienceIn, audienceNamed } from '../../../../shared/domain/audience'
import { readers } from '../../../../shared/domain/channels/channel-kind'
import { channelKind, channelVendors } from '../../../../shared/domain/channels/channel-kinds'
import { newId, type UpdateId } from '../../../../shared/domain/ids'
import type { Status } from '../../../../shared/domain/status'
import {
  type Channel,
  type ComponentStatus,
  channelKey,
  type PublicImpact,
  type Stage,
  type Update,
  type UpdateContent,
} from '../../../../shared/domain/update'
import { isListOf, isOneOf, isRecord, isText } from '../../../../shared/lib/read-json'
import type { Millis } from '../../../../shared/lib/time'

/** [UP10] Another channel that the same message goes to. */
export interface AlsoTo {
  readonly update: UpdateId
  readonly channel: Channel
  /** Its own text; null: the same as in the first channel. */
  readonly own: OwnText | null
  /** What the engine had stored when the draft was opened or last saved; null: nothing. */
  readonly was: UpdateContent | null
}

export interface OwnText {
  readonly title: string
  readonly body: string
}

/** An update while it is being written. */
export interface ComposerState {
  readonly update: UpdateId
  /** It started from a draft that the engine has. */
  readonly resumed: boolean
  readonly template: string | null
  /** [TM14] Of the template that the draft's text was filled from when it was saved; absent: not known. */
  readonly savedVersion?: string | undefined
  /** The template's last answer; null before the first, and for a text that came from no template. */
  readonly filled: FilledTemplate | null
  /** What the writer typed into the template's fields. */
  readonly typed: Readonly<Record<string, string>>
  readonly stage: Stage
  readonly channel: Channel | null
  /** [UP10] The other channels that it goes to. */
  readonly also: readonly AlsoTo[]
  /** [UP9] Name of the audience if it is not customers; empty: colleagues in general. */
  readonly internal: string
  readonly title: string
  readonly body: string
  /** The writer has edited the text: the template no longer overwrites it. */
  readonly byHand: boolean
  readonly status: Status
  readonly statusChosen: boolean
  readonly components: Readonly<Record<string, ComponentStatus>>
  /** The status that the page showed for each when it was chosen. */
  readonly before: Readonly<Record<string, ComponentStatus>>
  readonly notify: boolean
  /** [SP26] How bad it is as a whole, on pages that say so; null: left to the page. */
  readonly impact: PublicImpact | null
  /** The promise that the writer chose; null: by the severity's cadence. */
  readonly promise: Millis | null
  /** The span that the writer chose for it, in minutes. */
  readonly promisedMinutes: number | null
}

/** What goes to another channel, with the audience that it reaches there. */
export interface AlsoContent {
  readonly update: UpdateId
  readonly content: UpdateContent
  readonly audience: Audience
  readonly was: UpdateContent | null
}

/** [CM16] Components are those of the first channel's page. @param first what goes to the first channel */
export function alsoContents({ also, internal, notify }: ComposerState, first: UpdateContent): readonly AlsoContent[] {
  return also.map(({ update, channel, own, was }) => {
    const { before: _, impact, ...shared } = first
    const words = own === null ? {} : { title: own.title.trim(), body: own.body.trim() }
    const mail = channelKind(channel).mail && notify
    const impactThere = channelKind(channel).impact && impact !== undefined ? { impact } : {}
    const content = { ...shared, ...words, channel, components: {}, notify: mail, ...impactThere }
    return { update, content, audience: audienceIn(channel, audienceNamed(internal, [])), was }
  })
}

/** Adds a channel, or removes it again. */
export function withAlso(state: ComposerState, channel: Channel, wanted: boolean): ComposerState {
  const others = withoutChannel(state.also, channel)
  if (!wanted) return { ...state, also: others }
  return { ...state, also: [...others, { update: newId<UpdateId>(), channel, own: null, was: null }] }
}

export function withoutChannel(also: readonly AlsoTo[], channel: Channel): readonly AlsoTo[] {
  return also.filter(one => channelKey(one.channel) !== channelKey(channel))
}

/** @param own null: the same text as in the first channel again */
export function withOwnText(state: ComposerState, update: UpdateId, own: OwnText | null): ComposerState {
  return { ...state, also: state.also.map(one => (one.update === update ? { ...one, own } : one)) }
}

/** [ED1] The engine has these now: they are the base of the next edit. */
export function withKept(state: ComposerState, kept: readonly AlsoContent[]): ComposerState {
  const contents = new Map(kept.map(({ update, content }) => [update, content]))
  if (kept.length === 0) return state
  return { ...state, also: state.also.map(one => ({ ...one, was: contents.get(one.update) ?? one.was })) }
}

/** The other channels of a resumed draft. */
export function resumeAlso(first: Update, others: readonly Update[]): readonly AlsoTo[] {
  return others.map(({ id: update, content }) => {
    const { title, body, channel } = content
    const same = title === first.content.title && body === first.content.body
    return { update, channel, own: same ? null : { title, body }, was: content }
  })
}

function isStoredAlso(value: unknown): value is Omit<AlsoTo, 'was'> {
  if (!isRecord(value) || !isText(value.update) || !isRecord(value.channel)) return false
  const { own, channel } = value
  const names = [channel.connection, channel.target, channel.label]
  const isRead = channel.readers === undefined || isOneOf(readers, channel.readers)
  const isChannel = isOneOf(channelVendors, channel.vendor) && isListOf(names, isText) && isRead
  return isChannel && (own === null || (isRecord(own) && isText(own.title) && isText(own.body)))
}

/** [TX1] What an earlier composer left; an unreadable value falls back to the start. */
export function storedAlsoTo(stored: unknown, start: readonly AlsoTo[]): readonly AlsoTo[] {
  if (!isListOf(stored, isStoredAlso)) return start
  return stored.map(one => ({ ...one, was: start.find(({ update }) => update === one.update)?.was ?? null }))
}
