import type { Journal } from '../journal'
import type { Scene } from '../scene'
import { startRecordingStandIn } from './recording'
import { readJson } from './routes'
import type { Answer, StandIn, StandInRequest } from './server'
import { addPin, channelInfo, channelList, createChannel, findChannel, pinList, setTopic } from './slack-channels'
import { messageInput, type SlackFact, slackFact } from './slack-facts'
import { historyAnswer } from './slack-history'
import { messageJson, nextTs, refused, said } from './slack-messages'
import { isToken } from './token'

/** Stand-in of Slack's web API. Every answer has status 200; `ok` tells whether it was done. */
export function startSlack(scene: Scene, token: string): Promise<StandIn> {
  const options = { name: 'Slack', file: 'slack.jsonl', fact: slackFact }
  return startRecordingStandIn(scene, options, journal => request => {
    if (!request.path.startsWith('/api/')) return { status: 404, body: 'Not found' }
    const key = /^Bearer (.+)$/.exec(request.header('authorization'))?.[1] ?? ''
    if (key === '') return refused('not_authed')
    if (!isToken(key, token)) return refused('invalid_auth')
    return methodAnswer(scene, journal, request)
  })
}

function methodAnswer(scene: Scene, journal: Journal<SlackFact>, request: StandInRequest): Answer {
  switch (request.path.slice('/api/'.length)) {
    case 'auth.test':
      return said({ ...own(scene), url: 'https://drill.slack.invalid/' })
    case 'chat.postMessage':
      return postMessage(scene, journal, request)
    case 'conversations.history':
      return historyAnswer(scene, journal.facts, formOf(request))
    case 'conversations.info':
      return channelInfo(scene, journal.facts, formOf(request).get('channel') ?? '')
    case 'conversations.list':
      return channelList(scene, journal.facts)
    case 'conversations.create':
      return createChannel(scene, journal, messageArguments(request))
    case 'conversations.setTopic':
      return setTopic(scene, journal, messageArguments(request))
    case 'pins.add':
      return addPin(scene, journal, messageArguments(request))
    case 'pins.list':
      return pinList(scene, journal.facts, formOf(request).get('channel') ?? '')
    default:
      return refused('unknown_method')
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

function postMessage(scene: Scene, journal: Journal<SlackFact>, request: StandInRequest): Answer {
  if (request.method !== 'POST') return refused('invalid_post_type')
  const parsed = messageInput.safeParse(messageArguments(request))
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0]
    return refused(field === 'metadata' ? 'invalid_metadata_format' : 'invalid_arguments')
  }
  const { channel: name, text, thread_ts: thread = null, blocks = null, metadata = null } = parsed.data
  const channel = findChannel(scene, journal.facts, name)
  if (channel === undefined) return refused('channel_not_found')
  if (text.trim() === '' && blocks === null) return refused('no_text')
  // Slack cuts a longer text without a word.
  const cut = text.slice(0, 40_000)
  const fact = { ts: nextTs(scene, journal.facts), channel: channel.id, text: cut, thread, blocks, metadata }
  journal.append(fact)
  return said({ channel: channel.id, ts: fact.ts, message: messageJson(fact, true) })
}

function messageArguments(request: StandInRequest): unknown {
  if (request.header('content-type').startsWith('application/json')) return readJson(request.body)
  const form = Object.fromEntries(formOf(request))
  const structured = ['blocks', 'metadata'].filter(name => form[name] !== undefined)
  return { ...form, ...Object.fromEntries(structured.map(name => [name, readJson(form[name] ?? '')])) }
}
