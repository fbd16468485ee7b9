import { joinedReasons } from '../../../../shared/contract/coded-reason'
import type { Connection } from '../../../../shared/contract/connections'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { Proposal } from '../../../../shared/domain/proposal'
import { ok } from '../../../../shared/lib/reply'
import type { Millis } from '../../../../shared/lib/time'
import type { FeedReply, LinkedRoom, ProposalsAnswer, Room, RoomFeed } from '../../feeds/types'
import type { Api } from '../../http/api'
import { plainLine, plainText } from '../../http/plain-text'
import { openRound } from '../parts'
import { messageText, type SlackMessageText } from './message-text'
import { mentioned, readable } from './mrkdwn'
import { isOurMessage, parseIdentity, type SaidMessage } from './parse'
import { type ChannelReading, instantOfTs, openRoom } from './room'
import { openUserNames, type UserNames } from './user-names'

/** Channels read in one round: pins.list is limited to 20 a minute. */
const MOST_ROOMS = 4
/** In addition to the pinned ones. Nobody writes more than these at once. */
const MOST_PROPOSED = 300
const LONGEST = 2_000

/**
 * What Slack itself notes of the channel: joins, topics, pins and the like. All else was written by a person or an app.
 */
const notedKinds =
  /^(?:channel|group|conversation)_|^(?:un)?pinned_item$|^bot_(?:add|remove|enable|disable)$|^tombstone$/

/** Reads the messages in the rooms of incidents, all but our own posts. */
export function slackRooms(api: Api, connection: Connection): RoomFeed {
  const names = openUserNames(api)
  const rooms = new Map<string, ReturnType<typeof openRoom>>()
  const whoWeAre = (signal: AbortSignal) =>
    api.ask({ method: 'POST', path: '/auth.test', json: {} }, parseIdentity, signal)
  let isOurs: ((message: SaidMessage) => boolean) | undefined

  async function read(channel: string, since: Millis, ours: (one: SaidMessage) => boolean, signal: AbortSignal) {
    const room = rooms.get(channel) ?? openRoom(api, channel)
    rooms.set(channel, room)
    const heard = await room(since, signal)
    if (!heard.ok) return heard
    const messages = heard.value.messages.filter(one => isSpoken(one, since) && !ours(one))
    const told = messages.map(message => ({ ...message, ...messageText(message) }))
    await names.learn(
      told.flatMap(({ user, text }) => [user ?? '', ...mentioned(text)]),
      signal,
    )
    const place = { connection, channel }
    const all = new Map(heard.value.messages.map(message => [message.ts, message]))
    const proposals = told.flatMap(message => proposal(place, message, { ...heard.value, all }, names) ?? [])
    return ok({ proposals, problem: heard.value.problem })
  }

  return {
    async fetchProposals(wanted, signal): FeedReply<ProposalsAnswer> {
      const wantedRooms = [...channelsOf(wanted, connection.warRoom ?? '')]
      const channels = wantedRooms.slice(0, MOST_ROOMS)
      if (isOurs === undefined || channels.length === 0) {
        const identity = await whoWeAre(signal)
        if (!identity.ok) return identity
        isOurs = ownPosts(identity.value.user_id ?? '', identity.value.bot_id ?? '')
      }
      const ours = isOurs
      // A channel that cannot be read (archived, or left) does not silence the others.
      const round = openRound<string>()
      const proposals: Proposal[] = []
      const gaps: FaultValue[] = []
      for (const [channel, since] of channels) {
        const room = await round.read(channel, () => read(channel, since, ours, signal))
        proposals.push(...(room?.proposals ?? []))
        if (room !== null && room.problem !== '') gaps.push(room.problem)
      }
      const missing = channels.length === 0 ? ok([]) : round.end()
      if (!missing.ok) return missing
      const unheard = missing.value.map(({ part, reason }): FaultValue => {
        return { code: 'channel-unread', values: { channel: part, reason } }
      })
      gaps.push(...unheard)
      const unread = wantedRooms.length - channels.length
      if (unread > 0) gaps.push({ code: 'channels-left', values: { count: unread, most: MOST_ROOMS } })
      const shown = bounded(proposals)
      if (shown.length < proposals.length) {
        const count = proposals.length - shown.length
        gaps.push({ code: 'proposals-left', values: { count, most: MOST_PROPOSED } })
      }
      return ok({ proposals: shown, gap: joinedReasons(gaps) })
    },
  }
}

/** Each channel once, since the earliest instant that an incident wants it from. */
function channelsOf(rooms: readonly (Room | LinkedRoom)[], warRoom: string): ReadonlyMap<string, Millis> {
  const earliest = new Map<string, Millis>()
  for (const room of rooms) {
    if ('page' in room) continue
    const { channel, since } = room
    const id = channel ?? warRoom
    if (id !== '') earliest.set(id, Math.min(since, earliest.get(id) ?? since))
  }
  return earliest
}

/** A person's token has no bot: what that person typed is theirs, and only what bears our mark is ours. */
function ownPosts(user: string, bot: string): (message: SaidMessage) => boolean {
  return message => isOurMessage(message) || (bot !== '' && (message.bot_id === bot || message.user === user))
}

function isSpoken({ subtype, ts }: SaidMessage, since: Millis): boolean {
  return !notedKinds.test(subtype ?? '') && instantOfTs(ts) >= since
}

function proposal(
  { connection, channel }: { readonly connection: Connection; readonly channel: string },
  message: SaidMessage & SlackMessageText,
  { pinned, all }: ChannelReading & { readonly all: ReadonlyMap<string, SaidMessage> },
  names: UserNames,
): Proposal | null {
  const told = readable(message.text, names.nameOf)
  const parent = message.thread_ts === message.ts ? undefined : all.get(message.thread_ts ?? '')
  const text = plainText(parent === undefined ? told : `${replyText(parent, names)} ${told}`, LONGEST)
  if (text === '' && message.unread === 0) return null
  const { ts, reactions } = message
  const chosen = connection.reaction || 'pushpin'
  return {
    id: `slack:${channel}:${ts}`,
    connection: connection.id,
    channel,
    author: authorOf(message, names),
    text: `${text}${unreadWords(text, message.unread)}`,
    at: instantOfTs(ts),
    ...(message.edited != null && { edited: true as const }),
    pinned: pinned.has(ts) || (reactions ?? []).some(({ name }) => name === chosen),
    shared: channel === connection.warRoom,
  }
}

function authorOf({ user, username, bot_profile: bot }: SaidMessage, names: UserNames): string {
  const author = user ? (names.nameOf(user) ?? user) : username || bot?.name || ''
  return plainLine(author, 80) || 'Somebody'
}

/** As much of a message as is needed to know which one is meant. */
const QUOTED = 60

/** [SR9] Whom a reply in a thread answers, and what they said. */
function replyText(parent: SaidMessage, names: UserNames): string {
  const said = plainLine(readable(messageText(parent).text, names.nameOf), QUOTED)
  return said === '' ? `(to ${authorOf(parent, names)})` : `(to ${authorOf(parent, names)}: “${said}”)`
}

/** [SM1] The part of a message in an unknown form: reported, so that the rest does not pass for all. */
function unreadWords(text: string, unread: number): string {
  if (unread === 0) return ''
  if (text === '') return '(Nothing of this message can be read here: look in Slack)'
  return `\n(${unread} more ${unread === 1 ? 'part' : 'parts'} of it cannot be read here: look in Slack)`
}

function bounded(proposals: readonly Proposal[]): readonly Proposal[] {
  const newest = proposals.toSorted((a, b) => b.at - a.at)
  const plain = new Set(newest.filter(({ pinned }) => !pinned).slice(0, MOST_PROPOSED))
  return newest.filter(one => one.pinned || plain.has(one))
}
