import type { Connection } from '../../../../shared/contract/connections'
import { type Api, openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { UpdateDelivery } from '../../outbox/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault } from '../outcome'
import { findMessage, findMessageCopies } from './history'
import { markedUpdate, parsePosted, type SlackMessage, slackErrorMessage } from './parse'
import { probeSlack } from './probe'
import { slackRequests } from './requests'
import { slackRooms } from './rooms'
import { post } from './translate'

/**
 * Posts updates to one channel, opens, names and fills war rooms, and reads what is said there. Token: a bot's (`xoxb-…`), with `chat:write`,
 * `channels:history`, `channels:read`, `channels:manage`, `pins:read`, `pins:write`, `reactions:read`, `users:read`, and the `groups:` ones of the same
 * names for private rooms.
 */
export function openSlack(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const api = openApi({
    vendor: 'slack',
    http,
    baseUrl: connection.baseUrl,
    root: '/api',
    headers: { Authorization: `Bearer ${token}` },
    words: slackErrorMessage,
  })
  const probe: VendorAccount['probe'] = signal => probeSlack(api, signal)
  const channel = connection.channel ?? ''
  const acts = slackRequests(api)
  const rooms = slackRooms(api, connection)
  if (channel === '') return { acts, rooms, channels: [], probe }
  return {
    acts,
    rooms,
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
      return { outcome: 'delivered', delivered: { externalId: reply.value.ts, url: null } }
    },
    verify: (update, signal) => {
      const isOurs = (message: SlackMessage) => markedUpdate(message) === update.update
      return findMessage(api, { channel, after: update.externalId }, isOurs, signal)
    },
    findCopies: ({ update }, _known, signal) =>
      findMessageCopies(api, channel, message => markedUpdate(message) === update, signal),
  }
}
