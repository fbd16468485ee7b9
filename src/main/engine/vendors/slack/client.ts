import { coded } from '../../../../shared/contract/coded-text'
import type { Ability, AbilityName, Connection, ProbeResult } from '../../../../shared/contract/connections'
import { type Api, openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { UpdateDelivery } from '../../outbox/types'
import { choicesOf } from '../abilities'
import type { VendorAccount } from '../account'
import { outcomeOfFault } from '../outcome'
import { failedProbe } from '../probe'
import { findMessage, findMessageCopies } from './history'
import {
  parseChannels,
  parseIdentity,
  parsePosted,
  type SlackMessage,
  slackErrorMessage,
  slackMarkedUpdate,
} from './parse'
import { slackRequests } from './requests'
import { slackRooms } from './rooms'
import { post } from './translate'

/** What each scope is for. `groups:` scopes do the same for private channels and are not asked for. */
const scopes: Readonly<Record<string, AbilityName>> = {
  'chat:write': 'post',
  'channels:read': 'find-channels',
  'channels:history': 'read-room',
  'channels:manage': 'open-channel',
  'pins:read': 'see-pins',
  'pins:write': 'pin',
  'reactions:read': 'see-reactions',
  'users:read': 'see-names',
}

/** Asks who the token is; Slack names its scopes in a header of every answer. */
async function probeSlack(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const answer = await api.send({ method: 'POST', path: '/auth.test', json: {} }, signal)
  if (!answer.ok) return failedProbe(answer.fault)
  const identity = api.read(answer.value, parseIdentity)
  if (!identity.ok) return failedProbe(identity.fault)
  const query = [
    ['exclude_archived', 'true'],
    ['limit', '999'],
  ] as const
  const listed = await api.ask({ method: 'GET', path: '/conversations.list', query }, parseChannels, signal)
  const channels = listed.ok ? { ok: true as const, value: listed.value.channels } : listed
  const { user, team } = identity.value
  return {
    good: true,
    ...coded('reached-slack', { user: user ?? { code: 'some-app' }, team: team ?? { code: 'some-workspace' } }),
    abilities: abilitiesOf(answer.value.headers.get('x-oauth-scopes')),
    choices: { channels: choicesOf(channels, ({ id, name }) => ({ id, name: `#${name}` })) },
  }
}

function abilitiesOf(header: string | null): readonly Ability[] {
  const held = header?.split(',').map(scope => scope.trim())
  return Object.entries(scopes).map(([scope, name]): Ability => {
    if (held === undefined) return { name, may: 'unknown', ...coded('scope-unknown', { scope }) }
    if (held.includes(scope)) return { name, may: 'yes', message: '' }
    return { name, may: 'no', ...coded('scope-missing', { scope }) }
  })
}

/**
 * Posts updates to one channel, opens, names and fills war rooms, and reads what is said there. Token: a bot's (`xoxb-…`), with `chat:write`,
 * `channels:history`, `channels:read`, `channels:manage`, `pins:read`, `pins:write`, `reactions:read`, `users:read`, `users:read.email`, and the `groups:`
 * ones of the same names for private rooms. `channels:manage` invites and archives too.
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
  const acts = slackRequests(api, channel)
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

/** Every update is a message of its own, which `requests.ts` can edit. Slack knows no idempotency key: the message's metadata holds the update's id. */
function slackDelivery(api: Api, channel: string): UpdateDelivery {
  return {
    send: async (update, signal) => {
      const json = post(channel, update)
      const reply = await api.ask({ method: 'POST', path: '/chat.postMessage', json }, parsePosted, signal)
      if (!reply.ok) return outcomeOfFault(reply.fault)
      return { outcome: 'delivered', delivered: { externalId: reply.value.ts, url: null } }
    },
    verify: (update, signal) => {
      const isOurs = (message: SlackMessage) => slackMarkedUpdate(message) === update.update
      return findMessage(api, { channel, after: update.externalId }, isOurs, signal)
    },
    findCopies: ({ update }, _known, signal) =>
      findMessageCopies(api, channel, message => slackMarkedUpdate(message) === update, signal),
  }
}
