import type { VendorFault } from '../../../../shared/contract/faults'
import type { OutwardAct } from '../../../../shared/domain/act'
import type { Api } from '../../http/api'
import type { LookUpOutcome, SendOutcome } from '../../outbox/types'
import { neverSeen, notSeen, outcomeOfFault, refusedHere } from '../outcome'
import { orThere, parseChannel, parseChannels } from './parse'
import { channelName } from './translate'

/** Slack's largest page of channels, and 20,000 of them. */
const PAGE_SIZE = '999'
const MOST_PAGES = 20

/** Opens a war room; one that is there by that name is taken: a name is a channel's only mark. */
export async function openChannel(
  api: Api,
  what: Extract<OutwardAct, { readonly kind: 'chat-open' }>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const json = { name: channelName(what.name), is_private: what.private }
  const request = { method: 'POST', path: '/conversations.create', json } as const
  const reply = await api.ask(request, orThere('name_taken', parseChannel), signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  if (reply.value !== null) return { outcome: 'landed', landed: { externalId: reply.value.channel.id, url: null } }
  const found = await lookUpChannel(api, what.name, signal)
  if (found.found === 'landed') return { outcome: 'landed', landed: found.landed }
  if (found.found === 'unknown') return { outcome: 'unknown', fault: found.fault }
  return refusedHere(
    `There is a channel #${json.name} already that Quarterdeck cannot use: it is archived, or private without the app in it. Choose another name.`,
  )
}

/** Looks for an open channel of that name among those that the app can see. */
export async function lookUpChannel(api: Api, name: string, signal: AbortSignal): Promise<LookUpOutcome> {
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
    if (there !== undefined) return { found: 'landed', landed: { externalId: there.id, url: null } }
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { found: 'absent' }
  }
  return neverSeen(tooMany)
}

const tooMany: VendorFault = {
  kind: 'unreadable-answer',
  message: `The workspace has too many channels to look through all of them: look for this one in Slack`,
}
