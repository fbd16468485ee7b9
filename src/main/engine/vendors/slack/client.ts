import type { Connection } from '../../../../shared/contract/connections'
import type { VendorFault } from '../../../../shared/contract/faults'
import { type Api, openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { LookUpOutcome, OutgoingUpdate, UpdateDelivery } from '../../outbox/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault } from '../outcome'
import { probeResult } from '../probe'
import { markedUpdate, parseHistory, parseIdentity, parsePosted, slackErrorWords } from './parse'
import { post } from './translate'

const PAGE_SIZE = 200
/** The newest 1,000 messages: a lost post is looked for soon after it was sent. */
const MOST_PAGES = 5

/** Posts updates to one channel. Token: a bot's (`xoxb-…`), with `chat:write` and `channels:history`. */
export function openSlack(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'slack',
    http,
    baseUrl: connection.baseUrl,
    root: '/api',
    headers: { Authorization: `Bearer ${token}` },
    words: slackErrorWords,
  })
  const probe: VendorAccount['probe'] = async signal =>
    probeResult(
      await api.ask({ method: 'POST', path: '/auth.test', json: {} }, parseIdentity, signal),
      found => `Reached Slack as ${found.user ?? 'an app'} in ${found.team ?? 'a workspace'}`,
    )
  const channel = connection.channel ?? ''
  if (channel === '') return { channels: [], probe }
  return {
    updates: slackDelivery(api, channel),
    channels: [{ vendor: 'slack', connection: connection.id, target: channel, label: connection.name }],
    probe,
  }
}

/** Every update is a message of its own. Slack knows no idempotency key: the message's metadata holds the update's id. */
function slackDelivery(api: Api, channel: string): UpdateDelivery {
  return {
    send: async (update, signal) => {
      const json = post(channel, update)
      const reply = await api.ask({ method: 'POST', path: '/chat.postMessage', json }, parsePosted, signal)
      if (!reply.ok) return outcomeOfFault(reply.fault)
      return { outcome: 'landed', landed: { externalId: reply.value.ts, url: null } }
    },
    lookUp: (update, signal) => lookUp(api, channel, update, signal),
  }
}

async function lookUp(api: Api, channel: string, update: OutgoingUpdate, signal: AbortSignal): Promise<LookUpOutcome> {
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await fetchHistory(api, channel, { cursor, after: update.externalId }, signal)
    if (!reply.ok) return { found: 'unknown', fault: reply.fault }
    const ours = reply.value.messages.find(message => markedUpdate(message) === update.update)
    if (ours !== undefined) return { found: 'landed', landed: { externalId: ours.ts, url: null } }
    // A short page is not the last one: only an empty cursor is.
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { found: 'absent' }
  }
  // Without `oldest` the newest were read, and a lost post would be among them; with it Slack does not say which end
  // of a long history comes first.
  return update.externalId === null ? { found: 'absent' } : { found: 'unknown', fault: tooMuchSince }
}

const tooMuchSince: VendorFault = {
  kind: 'unreadable-answer',
  message: `The channel has had over ${PAGE_SIZE * MOST_PAGES} messages since the last update: look there for this one`,
}

/** `after` is the message of an earlier update: nothing that we look for can be older. */
function fetchHistory(
  api: Api,
  channel: string,
  place: { readonly cursor: string; readonly after: string | null },
  signal: AbortSignal,
) {
  const query = [
    ['channel', channel],
    ['limit', String(PAGE_SIZE)],
    ['include_all_metadata', 'true'],
    ...(place.after === null ? [] : [['oldest', place.after] as const]),
    ...(place.cursor === '' ? [] : [['cursor', place.cursor] as const]),
  ] as const
  return api.ask({ method: 'GET', path: '/conversations.history', query }, parseHistory, signal)
}
