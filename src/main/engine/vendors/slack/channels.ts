import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import { hasChannelMark } from '../../../../shared/domain/channel-name'
import type { OutboxItemId } from '../../../../shared/domain/ids'
import type { Api } from '../../http/api'
import type { Delivered, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { neverSeen, notSeen, outcomeOfFault, refusedHere } from '../outcome'
import { orThere, parseChannel, parseChannels, parseDone, parseIdentity } from './parse'
import { channelName } from './translate'

/** Slack's largest page of channels, and 20,000 of them. */
const PAGE_SIZE = '999'
const MOST_PAGES = 20

interface Wanted {
  readonly request: OutboxItemId
  readonly name: string
}

/**
 * [CN1] Opens an incident's channel. One that is there by that name is taken for it only where the name has our mark: what
 * others made stays theirs.
 */
export async function openChannel(
  api: Api,
  wanted: Wanted & { readonly isPrivate: boolean },
  signal: AbortSignal,
): Promise<SendOutcome> {
  const json = { name: channelName(wanted.name), is_private: wanted.isPrivate }
  const request = { method: 'POST', path: '/conversations.create', json } as const
  const reply = await api.ask(request, orThere('name_taken', parseChannel), signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  if (reply.value !== null)
    return { outcome: 'delivered', delivered: await opened(api, reply.value.channel.id, signal) }
  if (!hasChannelMark(json.name, wanted.request)) {
    return refusedHere('channel-of-others', { channel: json.name })
  }
  const found = await verifyChannel(api, wanted, signal)
  if (found.found === 'delivered') return { outcome: 'delivered', delivered: found.delivered }
  if (found.found === 'unknown') return { outcome: 'unknown', fault: found.fault }
  return refusedHere('channel-out-of-reach', { channel: json.name })
}

/** Searches the channels that the app can see for an open one of that name. */
export async function verifyChannel(
  api: Api,
  { request: act, name }: Wanted,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const wanted = channelName(name)
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = [
      ['types', 'public_channel,private_channel'],
      ['exclude_archived', 'true'],
      ['limit', PAGE_SIZE],
      ...(cursor === '' ? [] : [['cursor', cursor] as const]),
    ] as const
    const reply = await api.ask({ method: 'GET', path: '/conversations.list', query }, parseChannels, signal)
    if (!reply.ok) return notSeen(reply.fault)
    const there = reply.value.channels.find(channel => channel.name === wanted && channel.is_archived !== true)
    if (there !== undefined) {
      if (!hasChannelMark(wanted, act)) return neverSeen(nobodyKnowsWhose)
      return { found: 'delivered', delivered: await opened(api, there.id, signal) }
    }
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { found: 'absent' }
  }
  return neverSeen(tooMany)
}

/** [WR2] With its address in the workspace, where Slack says what that is: without it the channel is open all the same. */
async function opened(api: Api, channel: string, signal: AbortSignal): Promise<Delivered> {
  const identity = await api.ask({ method: 'POST', path: '/auth.test', json: {} }, parseIdentity, signal)
  const workspace = identity.ok ? URL.parse(identity.value.url ?? '') : null
  const isWeb = workspace?.protocol === 'https:'
  return {
    externalId: channel,
    url: isWeb ? new URL(`/archives/${encodeURIComponent(channel)}`, workspace).href : null,
  }
}

/** [WR6] One that is archived already stays so. */
export async function archive(api: Api, channel: string, signal: AbortSignal): Promise<SendOutcome> {
  const request = { method: 'POST', path: '/conversations.archive', json: { channel } } as const
  const reply = await api.ask(request, orThere('already_archived', parseDone), signal)
  return reply.ok
    ? { outcome: 'delivered', delivered: { externalId: channel, url: null } }
    : outcomeOfFault(reply.fault)
}

export async function verifyArchived(api: Api, channel: string, signal: AbortSignal): Promise<VerificationOutcome> {
  const request = { method: 'GET', path: '/conversations.info', query: [['channel', channel]] } as const
  const reply = await api.ask(request, parseChannel, signal)
  if (!reply.ok) return notSeen(reply.fault)
  return reply.value.channel.is_archived === true
    ? { found: 'delivered', delivered: { externalId: channel, url: null } }
    : { found: 'absent' }
}

/** Asked for before names had a mark. */
const nobodyKnowsWhose: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('channel-of-nobody'),
}

const tooMany: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('channels-too-many'),
}
