import { coded } from '../../../../shared/contract/coded-text'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { Api } from '../../http/api'
import type { CopiesOutcome, VerificationOutcome } from '../../outbox/types'
import { copiesSeen, copiesUnseen, neverSeen, notSeen } from '../outcome'
import { parseHistory, type SlackMessage } from './parse'

const PAGE_SIZE = 200
/** The newest 1,000 messages: a lost post is looked for soon after it was sent. */
const MOST_PAGES = 5

/** Where to search. `after` is the `ts` of a message that the searched one cannot be older than. */
interface Place {
  readonly channel: string
  readonly after: string | null
}

/** Searches a channel's history for a message of ours. */
export async function findMessage(
  api: Api,
  place: Place,
  isOurs: (message: SlackMessage) => boolean,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await fetchHistory(api, place, cursor, signal)
    if (!reply.ok) return notSeen(reply.fault)
    const ours = reply.value.messages.find(isOurs)
    if (ours !== undefined) return { found: 'delivered', delivered: { externalId: ours.ts, url: null } }
    // A short page is not the last one: only an empty cursor is.
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { found: 'absent' }
  }
  // Without `oldest` the newest were read, and a lost post would be among them; with it Slack does not say which end
  // of a long history comes first.
  return place.after === null ? { found: 'absent' } : neverSeen(tooMuchSince)
}

/** [OB21] All messages of ours among the newest of a channel. */
export async function findMessageCopies(
  api: Api,
  channel: string,
  isOurs: (message: SlackMessage) => boolean,
  signal: AbortSignal,
): Promise<CopiesOutcome> {
  const found: SlackMessage[] = []
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await fetchHistory(api, { channel, after: null }, cursor, signal)
    if (!reply.ok) return copiesUnseen(reply.fault)
    found.push(...reply.value.messages.filter(isOurs))
    cursor = reply.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') break
  }
  return copiesSeen(found.map(({ ts }) => ({ externalId: ts, url: null })))
}

const tooMuchSince: VendorFault = {
  kind: 'unreadable-answer',
  ...coded('channel-full-history', { most: PAGE_SIZE * MOST_PAGES }),
}

function fetchHistory(api: Api, place: Place, cursor: string, signal: AbortSignal) {
  const query = [
    ['channel', place.channel],
    ['limit', String(PAGE_SIZE)],
    ['include_all_metadata', 'true'],
    ...(place.after === null ? [] : [['oldest', place.after] as const]),
    ...(cursor === '' ? [] : [['cursor', cursor] as const]),
  ] as const
  return api.ask({ method: 'GET', path: '/conversations.history', query }, parseHistory, signal)
}
