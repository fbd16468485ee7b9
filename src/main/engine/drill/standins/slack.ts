import type { Journal } from '../journal'
import type { Scene } from '../scene'
import { startRecordingStandIn } from './recording'
import { readJson } from './routes'
import type { StandInAnswer, StandInRequest, StandInServer } from './server'
import {
  addPin,
  archiveChannel,
  channelInfo,
  channelList,
  createChannel,
  findChannel,
  inviteToChannel,
  memberList,
  pinList,
  setTopic,
  userByEmail,
} from './slack-channels'
import { type MessageFact, messageInput, postedMessages, type SlackFact, slackFact, updateInput } from './slack-facts'
import { messageJson, messagesIn, nextTs, refusalAnswer, type StandInMessage, said } from './slack-messages'
import { isToken } from './token'

/** conversations.history: newest first, threads only by their first message; pages by an opaque cursor. */
function historyAnswer(scene: Scene, facts: readonly SlackFact[], query: URLSearchParams): StandInAnswer {
  const channel = findChannel(scene, facts, query.get('channel') ?? '')
  if (channel === undefined) return refusalAnswer('channel_not_found')
  const limit = Number(query.get('limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refusalAnswer('invalid_limit')
  const before = readCursor(query.get('cursor') ?? '')
  if (before === undefined) return refusalAnswer('invalid_cursor')
  const found = messagesIn(scene, facts, channel.id).filter(
    message => isWithin(message, query) && isHead(message) && (before === '' || message.ts < before),
  )
  const page = found.slice(0, limit)
  const more = found.length > limit
  return said({
    messages: page.map(message => message.json(['true', '1'].includes(query.get('include_all_metadata') ?? ''))),
    has_more: more,
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
    response_metadata: { next_cursor: more ? cursorAfter(page) : '' },
  })
}

function isHead({ thread, ts }: StandInMessage): boolean {
  return thread === null || thread === ts
}

/** `oldest` and `latest` leave out a message of exactly that instant, unless `inclusive`. */
function isWithin({ ts }: StandInMessage, query: URLSearchParams): boolean {
  const [oldest, latest] = [Number(query.get('oldest') ?? 0), Number(query.get('latest') ?? Number.MAX_VALUE)]
  const at = Number(ts)
  if (['true', '1'].includes(query.get('inclusive') ?? '')) return at >= oldest && at <= latest
  return at > oldest && at < latest
}

const MARK = 'next_ts:'

function cursorAfter(page: readonly StandInMessage[]): string {
  return Buffer.from(`${MARK}${page.at(-1)?.ts ?? ''}`).toString('base64')
}

/** Empty: from the start. Undefined: not one of ours. */
function readCursor(cursor: string): string | undefined {
  if (cursor === '') return ''
  const text = Buffer.from(cursor, 'base64').toString()
  return text.startsWith(MARK) ? text.slice(MARK.length) : undefined
}

/** Stand-in of Slack's web API. Every answer has status 200; `ok` says whether it was done. */
export function startSlack(scene: Scene, token: string): Promise<StandInServer> {
  const options = { name: 'Slack', file: 'slack.jsonl', fact: slackFact }
  return startRecordingStandIn(scene, options, journal => request => {
    if (!request.path.startsWith('/api/')) return { status: 404, body: 'Not found' }
    const key = /^Bearer (.+)$/.exec(request.header('authorization'))?.[1] ?? ''
    if (key === '') return refusalAnswer('not_authed')
    if (!isToken(key, token)) return refusalAnswer('invalid_auth')
    return methodAnswer(scene, journal, request)
  })
}

function methodAnswer(scene: Scene, journal: Journal<SlackFact>, request: StandInRequest): StandInAnswer {
  switch (request.path.slice('/api/'.length)) {
    case 'auth.test':
      return said({ ...own(scene), url: 'https://drill.slack.invalid/' })
    case 'chat.postMessage':
      return postMessage(scene, journal, request)
    case 'chat.update':
      return updateMessage(scene, journal, request)
    case 'conversations.history':
      return historyAnswer(scene, journal.facts, formOf(request))
    case 'conversations.info':
      return channelInfo(scene, journal.facts, formOf(request).get('channel') ?? '')
    case 'conversations.list':
      return channelList(scene, journal.facts, formOf(request))
    case 'conversations.create':
      return createChannel(scene, journal, messageArguments(request))
    case 'conversations.setTopic':
      return setTopic(scene, journal, messageArguments(request))
    case 'conversations.invite':
      return inviteToChannel(scene, journal, messageArguments(request))
    case 'conversations.members':
      return memberList(scene, journal.facts, formOf(request).get('channel') ?? '')
    case 'conversations.archive':
      return archiveChannel(scene, journal, messageArguments(request))
    case 'users.lookupByEmail':
      return userByEmail(scene, formOf(request).get('email') ?? '')
    case 'pins.add':
      return addPin(scene, journal, messageArguments(request))
    case 'pins.list':
      return pinList(scene, journal.facts, formOf(request).get('channel') ?? '')
    default:
      return refusalAnswer('unknown_method')
  }
}

function own(scene: Scene): object {
  const { team } = scene.scenario.slack
  const names = { team, user: 'quarterdeck', team_id: 'T0DRILL001', user_id: 'U0DRILL001', bot_id: 'B0DRILL001' }
  return { ...names, is_enterprise_install: false }
}

/** Reading methods take the query and forms only: a JSON body of theirs says nothing to Slack. */
function formOf(request: StandInRequest): URLSearchParams {
  const isForm = request.header('content-type').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams([...request.query, ...new URLSearchParams(isForm ? request.body : '')])
}

function postMessage(scene: Scene, journal: Journal<SlackFact>, request: StandInRequest): StandInAnswer {
  if (request.method !== 'POST') return refusalAnswer('invalid_post_type')
  const parsed = messageInput.safeParse(messageArguments(request))
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0]
    return refusalAnswer(field === 'metadata' ? 'invalid_metadata_format' : 'invalid_arguments')
  }
  const { channel: name, text, thread_ts: thread = null, blocks = null, metadata = null } = parsed.data
  const channel = findChannel(scene, journal.facts, name)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (channel.isArchived) return refusalAnswer('is_archived')
  if (text.trim() === '' && blocks === null) return refusalAnswer('no_text')
  // Slack cuts a longer text without a word.
  const cut = text.slice(0, 40_000)
  const fact = { ts: nextTs(scene, journal.facts), channel: channel.id, text: cut, thread, blocks, metadata }
  journal.append(fact)
  return said({ channel: channel.id, ts: fact.ts, message: messageJson(fact, true) })
}

/** Only what this app posted can be edited; the story's own messages are other people's. */
function updateMessage(scene: Scene, journal: Journal<SlackFact>, request: StandInRequest): StandInAnswer {
  const parsed = updateInput.safeParse(messageArguments(request))
  if (!parsed.success) return refusalAnswer('invalid_arguments')
  const { channel: name, ts, text, blocks = null, metadata = null } = parsed.data
  const channel = findChannel(scene, journal.facts, name)
  if (channel === undefined) return refusalAnswer('channel_not_found')
  if (!messagesIn(scene, journal.facts, channel.id).some(message => message.ts === ts)) {
    return refusalAnswer('message_not_found')
  }
  const isOwn = (fact: MessageFact) => fact.channel === channel.id && fact.ts === ts
  if (!postedMessages(journal.facts).some(isOwn)) return refusalAnswer('cant_update_message')
  if (text.trim() === '' && blocks === null) return refusalAnswer('no_text')
  const cut = text.slice(0, 40_000)
  journal.append({ kind: 'edit', at: scene.clock.now(), channel: channel.id, ts, text: cut, blocks, metadata })
  return said({ channel: channel.id, ts, text: cut })
}

function messageArguments(request: StandInRequest): unknown {
  if (request.header('content-type').startsWith('application/json')) return readJson(request.body)
  const form = Object.fromEntries(formOf(request))
  const structured = ['blocks', 'metadata'].filter(name => form[name] !== undefined)
  return { ...form, ...Object.fromEntries(structured.map(name => [name, readJson(form[name] ?? '')])) }
}
