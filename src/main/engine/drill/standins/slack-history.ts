import type { Scene } from '../scene'
import type { Answer } from './server'
import { findChannel } from './slack-channels'
import type { SlackFact } from './slack-facts'
import { messagesIn, refused, type SlackMessage, said } from './slack-messages'

/** conversations.history: newest first, threads only by their first message; pages by an opaque cursor. */
export function historyAnswer(scene: Scene, facts: readonly SlackFact[], query: URLSearchParams): Answer {
  const channel = findChannel(scene, facts, query.get('channel') ?? '')
  if (channel === undefined) return refused('channel_not_found')
  const limit = Number(query.get('limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refused('invalid_limit')
  const before = readCursor(query.get('cursor') ?? '')
  if (before === undefined) return refused('invalid_cursor')
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

function isHead({ thread, ts }: SlackMessage): boolean {
  return thread === null || thread === ts
}

/** `oldest` and `latest` leave out a message of exactly that instant, unless `inclusive`. */
function isWithin({ ts }: SlackMessage, query: URLSearchParams): boolean {
  const [oldest, latest] = [Number(query.get('oldest') ?? 0), Number(query.get('latest') ?? Number.MAX_VALUE)]
  const at = Number(ts)
  if (['true', '1'].includes(query.get('inclusive') ?? '')) return at >= oldest && at <= latest
  return at > oldest && at < latest
}

const MARK = 'next_ts:'

function cursorAfter(page: readonly SlackMessage[]): string {
  return Buffer.from(`${MARK}${page.at(-1)?.ts ?? ''}`).toString('base64')
}

/** Empty: from the start. Undefined: not one of ours. */
function readCursor(cursor: string): string | undefined {
  if (cursor === '') return ''
  const text = Buffer.from(cursor, 'base64').toString()
  return text.startsWith(MARK) ? text.slice(MARK.length) : undefined
}
