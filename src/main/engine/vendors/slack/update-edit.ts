import * as z from 'zod/mini'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import type { OutgoingRequest, SendOutcome, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeOfFault, refusedHere } from '../outcome'
import { parseHistory, parsePosted, type SlackMessage } from './parse'
import { EVENT_TYPE, escaped } from './translate'

export type SlackEdit = Omit<OutgoingRequest, 'what'> & {
  readonly what: Extract<VendorRequest, { readonly kind: 'update-edit' }>
}

/**
 * [PE7] Writes a message of ours anew where it stands, with `chat.update`. Only who posted a message may edit it, so that
 * nobody else's words are overwritten; made twice, it is made once. It mentions nobody and notifies nobody.
 */
export async function editMessage(
  api: Api,
  channel: string,
  { incident, item, what, text = '' }: SlackEdit,
  signal: AbortSignal,
): Promise<SendOutcome> {
  // The update is not in this record any more: there is no title to write it with.
  if (text === '') return refusedHere('slack-no-text')
  const { id: ts } = what.publicIncident
  const json = {
    ...{ channel, ts, text: escaped(text.toWellFormed()), blocks: plainBlocks(text), parse: 'none' },
    metadata: { event_type: EVENT_TYPE, event_payload: { incident, update: what.update, edit: item } },
  }
  const reply = await api.ask({ method: 'POST', path: '/chat.update', json }, parsePosted, signal)
  if (!reply.ok) return outcomeOfFault(reply.fault)
  return { outcome: 'delivered', delivered: { externalId: reply.value.ts, url: null } }
}

/**
 * `chat.update` has no `mrkdwn`: of a text alone Slack would read the marks in it. In `rich_text` every character is what
 * it is. Source: docs.slack.dev/reference/methods/chat.update, docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
function plainBlocks(text: string): readonly object[] {
  const elements = [{ type: 'text', text: text.toWellFormed() }]
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
}

/** Looks at this one message: the edit is done if the message bears its mark. */
export async function verifyMessageEdit(
  api: Api,
  channel: string,
  { item, what }: SlackEdit,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const { id: ts } = what.publicIncident
  const query = [
    ['channel', channel],
    ['oldest', ts],
    ['latest', ts],
    ['inclusive', 'true'],
    ['limit', '1'],
    ['include_all_metadata', 'true'],
  ] as const
  const reply = await api.ask({ method: 'GET', path: '/conversations.history', query }, parseHistory, signal)
  if (!reply.ok) return notSeen(reply.fault)
  // One that was deleted meanwhile is asked for once more, and Slack says so.
  const found = reply.value.messages.find(message => message.ts === ts)
  if (found === undefined || markedEdit(found) !== item) return { found: 'absent' }
  return { found: 'delivered', delivered: { externalId: ts, url: null } }
}

const editMarker = z.object({ event_payload: z.object({ edit: z.string() }) })

function markedEdit({ metadata }: SlackMessage): string | null {
  const result = z.safeParse(editMarker, metadata)
  return result.success ? result.data.event_payload.edit : null
}
