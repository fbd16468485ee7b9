import type { Journal } from '../journal'
import { madeId, type Scene } from '../scene'
import type { StandInAnswer } from './server'
import { archiveInput, channelInput, inviteInput, pinInput, type SlackFact, topicInput } from './slack-facts'
import { messagesIn, refusalAnswer, said } from './slack-messages'

/** A channel as it is now: the scenario's or one that was opened, with its newest topic. */
interface SlackChannel {
  readonly id: string
  readonly name: string
  readonly topic: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
}

function channelsOf({ scenario }: Scene, facts: readonly SlackFact[]): readonly SlackChannel[] {
  const told = scenario.slack.channels.map(channel => ({ ...channel, isPrivate: false }))
  const opened = facts.flatMap(fact =>
    'kind' in fact && fact.kind === 'channel'
      ? [{ id: fact.id, name: fact.name, topic: '', isPrivate: fact.private }]
      : [],
  )
  return [...told, ...opened].map(channel => ({
    ...channel,
    topic: topicOf(facts, channel.id) ?? channel.topic,
    isArchived: facts.some(fact => 'kind' in fact && fact.kind === 'archive' && fact.channel === channel.id),
  }))
}

function topicOf(facts: readonly SlackFact[], channel: string): string | undefined {
  const last = facts.findLast(fact => 'kind' in fact && fact.kind === 'topic' && fact.channel === channel)
  return last !== undefined && 'kind' in last && last.kind === 'topic' ? last.topic : undefined
}

/** By id, `name` or `#name`. */
export function findChannel(scene: Scene, facts: readonly SlackFact[], name: string): SlackChannel | undefined {
  return channelsOf(scene, facts).find(channel => channel.id === name || channel.name === name.replace(/^#/, ''))
}

export function channelInfo(scene: Scene, facts: readonly SlackFact[], name: string): StandInAnswer {
  const channel = findChannel(scene, facts, name)
  return channel ? said({ channel: channelJson(scene, channel) }) : refusalAnswer('channel_not_found')
}

export function channelList(scene: Scene, facts: readonly SlackFact[], query: URLSearchParams): StandInAnswer {
  const shown = channelsOf(scene, facts).filter(one => !one.isArchived || query.get('exclude_archived') !== 'true')
  const channels = shown.map(channel => channelJson(scene, channel))
  return said({ channels, response_metadata: { next_cursor: '' } })
}

export function createChannel(scene: Scene, { facts, append }: Journal<SlackFact>, sent: unknown): StandInAnswer {
  const parsed = channelInput.safeParse(sent)
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const { name, is_private: isPrivate } = parsed.data
  if (name === '') return refusalAnswer('invalid_name_required')
  if (name.length > 80) return refusalAnswer('invalid_name_maxlength')
  if (!/^[a-z0-9_-]+$/.test(name)) return refusalAnswer('invalid_name_specials')
  if (channelsOf(scene, facts).some(channel => channel.name === name)) return refusalAnswer('name_taken')
  const id = `C${madeId(scene.random, 9)}`
  append({ kind: 'channel', at: scene.clock.now(), id, name, private: isPrivate })
  return channelInfo(scene, facts, id)
}

/** In a drill everybody in PagerDuty is in Slack too. */
function slackId(pagerDutyId: string): string {
  return `U0${pagerDutyId}`
}

/** The people of the scenario, and the app itself. */
function userIds({ scenario }: Scene): readonly string[] {
  return ['U0DRILL001', ...scenario.pagerduty.users.map(({ id }) => slackId(id))]
}

export function userByEmail(scene: Scene, email: string): StandInAnswer {
  const person = scene.scenario.pagerduty.users.find(one => one.email.toLowerCase() === email.toLowerCase())
  if (person === undefined) return refusalAnswer('users_not_found')
  const { id, name } = person
  return said({ user: { id: slackId(id), name, real_name: name, profile: { email: person.email, real_name: name } } })
}

export function inviteToChannel(scene: Scene, { facts, append }: Journal<SlackFact>, sent: unknown): StandInAnswer {
  const parsed = inviteInput.safeParse(sent)
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const channel = findChannel(scene, facts, parsed.data.channel)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (channel.isArchived) return refusalAnswer('is_archived')
  const user = parsed.data.users
  if (user === 'U0DRILL001') return refusalAnswer('cant_invite_self')
  if (!userIds(scene).includes(user)) return refusalAnswer('user_not_found')
  if (membersOf(facts, channel.id).includes(user)) return refusalAnswer('already_in_channel')
  append({ kind: 'invite', at: scene.clock.now(), channel: channel.id, user })
  return channelInfo(scene, facts, channel.id)
}

export function memberList(scene: Scene, facts: readonly SlackFact[], name: string): StandInAnswer {
  const channel = findChannel(scene, facts, name)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  return said({ members: membersOf(facts, channel.id), response_metadata: { next_cursor: '' } })
}

function membersOf(facts: readonly SlackFact[], channel: string): readonly string[] {
  const invited = facts.flatMap(fact =>
    'kind' in fact && fact.kind === 'invite' && fact.channel === channel ? [fact.user] : [],
  )
  return ['U0DRILL001', ...invited]
}

export function archiveChannel(scene: Scene, { facts, append }: Journal<SlackFact>, sent: unknown): StandInAnswer {
  const parsed = archiveInput.safeParse(sent)
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const channel = findChannel(scene, facts, parsed.data.channel)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (channel.isArchived) return refusalAnswer('already_archived')
  append({ kind: 'archive', at: scene.clock.now(), channel: channel.id })
  return said({})
}

/** Slack's limit of a topic. */
const TOPIC_LIMIT = 250

export function setTopic(scene: Scene, { facts, append }: Journal<SlackFact>, sent: unknown): StandInAnswer {
  const parsed = topicInput.safeParse(sent)
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const channel = findChannel(scene, facts, parsed.data.channel)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (parsed.data.topic.length > TOPIC_LIMIT) return refusalAnswer('too_long')
  append({ kind: 'topic', at: scene.clock.now(), channel: channel.id, topic: parsed.data.topic })
  return channelInfo(scene, facts, channel.id)
}

export function addPin(scene: Scene, { facts, append }: Journal<SlackFact>, sent: unknown): StandInAnswer {
  const parsed = pinInput.safeParse(sent)
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const { channel: name, timestamp: message } = parsed.data
  const channel = findChannel(scene, facts, name)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (!messagesIn(scene, facts, channel.id).some(({ ts }) => ts === message)) return refusalAnswer('message_not_found')
  if (pinsOf(facts, channel.id).includes(message)) return refusalAnswer('already_pinned')
  append({ kind: 'pin', at: scene.clock.now(), channel: channel.id, message })
  return said({})
}

export function pinList(scene: Scene, facts: readonly SlackFact[], name: string): StandInAnswer {
  const channel = findChannel(scene, facts, name)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  const pinned = pinsOf(facts, channel.id)
  const items = messagesIn(scene, facts, channel.id)
    .filter(({ ts }) => pinned.includes(ts))
    .map(message => ({ type: 'message', channel: channel.id, message: message.json(false) }))
  return said({ items })
}

function pinsOf(facts: readonly SlackFact[], channel: string): readonly string[] {
  return facts.flatMap(fact =>
    'kind' in fact && fact.kind === 'pin' && fact.channel === channel ? [fact.message] : [],
  )
}

function channelJson(scene: Scene, { id, name, topic, isPrivate, isArchived }: SlackChannel): object {
  const nobody = { creator: '', last_set: 0 }
  return {
    ...{ id, name, name_normalized: name, is_channel: true, is_group: false, is_im: false, is_private: isPrivate },
    ...{ is_archived: isArchived, is_general: false, is_member: true, is_mpim: false, is_shared: false },
    created: Math.floor(scene.startedAt / 1_000),
    creator: 'U0DRILL001',
    num_members: scene.scenario.people.length + 1,
    topic: { ...nobody, value: topic },
    purpose: { ...nobody, value: '' },
  }
}
