import type { Api } from '../../http/api'
import type { Parser } from '../../http/json'
import type {
  CopiesOutcome,
  OutgoingRequest,
  RequestDelivery,
  SendOutcome,
  VerificationOutcome,
} from '../../outbox/types'
import { neverTwice, notOurs, notSeen, outcomeOfFault } from '../outcome'
import { archive, openChannel, verifyArchived, verifyChannel } from './channels'
import { findMessage, findMessageCopies } from './history'
import { invite, verifyInvite } from './invites'
import { orThere, parseChannel, parseDone, parsePins, parsePosted, slackMarkedItem } from './parse'
import { chatPost, topicText } from './translate'
import { editMessage, type SlackEdit, verifyMessageEdit } from './update-edit'

/**
 * What Quarterdeck does in Slack besides publishing: war rooms, their topics, people, lines and pins, and their end; and
 * other words for what it published.
 * @param updates the channel that updates are posted to; empty: none
 */
export function slackRequests(api: Api, updates: string): RequestDelivery {
  return {
    send: (request, signal) =>
      isEdit(request) ? editMessage(api, updates, request, signal) : send(api, request, signal),
    verify: (request, signal) =>
      isEdit(request) ? verifyMessageEdit(api, updates, request, signal) : verifyRequest(api, request, signal),
    findCopies: (request, signal) => findCopies(api, request, signal),
  }
}

function isEdit(request: OutgoingRequest): request is SlackEdit {
  return request.what.kind === 'update-edit'
}

async function send(
  api: Api,
  { incident, item: request, what, text = '' }: OutgoingRequest,
  signal: AbortSignal,
): Promise<SendOutcome> {
  /** Calls a method that answers little more than `ok`; `id` is what became of it. */
  async function call<T>(
    method: string,
    json: object,
    parse: Parser<T>,
    id: (value: T) => string,
  ): Promise<SendOutcome> {
    const reply = await api.ask({ method: 'POST', path: `/${method}`, json }, parse, signal)
    if (!reply.ok) return outcomeOfFault(reply.fault)
    return { outcome: 'delivered', delivered: { externalId: id(reply.value), url: null } }
  }
  switch (what.kind) {
    case 'chat-open':
      return openChannel(api, { request, name: what.name, isPrivate: what.private }, signal)
    case 'chat-topic': {
      const json = { channel: what.channel.id, topic: topicText(what.topic) }
      return call('conversations.setTopic', json, parseDone, () => what.channel.id)
    }
    case 'chat-post':
      return call(
        'chat.postMessage',
        chatPost(what.channel.id, what.text, { incident, request }),
        parsePosted,
        ({ ts }) => ts,
      )
    case 'chat-lines':
      // All of its lines were erased meanwhile.
      if (text === '') return { outcome: 'delivered', delivered: { externalId: '', url: null } }
      return call(
        'chat.postMessage',
        chatPost(what.channel.id, text, { incident, request }),
        parsePosted,
        ({ ts }) => ts,
      )
    case 'chat-pin': {
      const json = { channel: what.channel.id, timestamp: what.message }
      return call('pins.add', json, orThere('already_pinned', parseDone), () => what.message)
    }
    case 'chat-invite':
      return invite(api, what.channel.id, what.person, signal)
    case 'chat-archive':
      return archive(api, what.channel.id, signal)
    default:
      return notOurs
  }
}

async function verifyRequest(
  api: Api,
  { item: request, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  switch (what.kind) {
    case 'chat-open':
      return verifyChannel(api, { request, name: what.name }, signal)
    case 'chat-topic':
      return verifyTopic(api, what.channel.id, topicText(what.topic), signal)
    case 'chat-post':
    case 'chat-lines':
      return findMessage(
        api,
        { channel: what.channel.id, after: null },
        message => slackMarkedItem(message) === request,
        signal,
      )
    case 'chat-pin':
      return verifyPin(api, what.channel.id, what.message, signal)
    case 'chat-invite':
      return verifyInvite(api, what.channel.id, what.person, signal)
    case 'chat-archive':
      return verifyArchived(api, what.channel.id, signal)
    default:
      return { found: 'absent' }
  }
}

/** A second channel of one name is refused by Slack; a topic or a pin that is set twice is set. */
async function findCopies(
  api: Api,
  { item: request, what }: OutgoingRequest,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  if (what.kind !== 'chat-post' && what.kind !== 'chat-lines') return neverTwice
  return findMessageCopies(api, what.channel.id, message => slackMarkedItem(message) === request, signal)
}

async function verifyTopic(
  api: Api,
  channel: string,
  topic: string,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const request = { method: 'GET', path: '/conversations.info', query: [['channel', channel]] } as const
  const reply = await api.ask(request, parseChannel, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const now = reply.value.channel.topic?.value ?? ''
  return unescaped(now).trim() === unescaped(topic).trim()
    ? { found: 'delivered', delivered: { externalId: channel, url: null } }
    : { found: 'absent' }
}

/** Slack does not say whether it hands a topic back escaped: both sides are compared as people read them. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

async function verifyPin(
  api: Api,
  channel: string,
  message: string,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path: '/pins.list', query: [['channel', channel]] }, parsePins, signal)
  if (!reply.ok) return notSeen(reply.fault)
  return reply.value.items.some(item => item.message?.ts === message)
    ? { found: 'delivered', delivered: { externalId: message, url: null } }
    : { found: 'absent' }
}
