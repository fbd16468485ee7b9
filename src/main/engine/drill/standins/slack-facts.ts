import * as z from 'zod/mini'

const metadataField = z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })

/** A message as it was posted. `ts` is its id in its channel: Unix seconds with six decimals, as text. */
const messageFact = z.object({
  ts: z.string(),
  channel: z.string(),
  text: z.string(),
  thread: z.nullable(z.string()),
  blocks: z.nullable(z.array(z.looseObject({}))),
  metadata: z.nullable(metadataField),
})
const channelFact = z.object({
  kind: z.literal('channel'),
  at: z.number(),
  id: z.string(),
  name: z.string(),
  private: z.boolean(),
})
const topicFact = z.object({ kind: z.literal('topic'), at: z.number(), channel: z.string(), topic: z.string() })
const inviteFact = z.object({ kind: z.literal('invite'), at: z.number(), channel: z.string(), user: z.string() })
const archiveFact = z.object({ kind: z.literal('archive'), at: z.number(), channel: z.string() })
const pinFact = z.object({ kind: z.literal('pin'), at: z.number(), channel: z.string(), message: z.string() })

/** Other words for a message that was posted. */
const editFact = z.object({
  ...{ kind: z.literal('edit'), at: z.number(), channel: z.string(), ts: z.string(), text: z.string() },
  ...{ blocks: z.nullable(z.array(z.looseObject({}))), metadata: z.nullable(metadataField) },
})

/** What Slack's stand-in stores. Messages have no `kind`: older drills, which stored nothing else, have them so. */
export const slackFact = z.union([
  z.discriminatedUnion('kind', [channelFact, topicFact, pinFact, inviteFact, archiveFact, editFact]),
  messageFact,
])
export type SlackFact = Readonly<z.output<typeof slackFact>>
export type MessageFact = Readonly<z.output<typeof messageFact>>

/** As they read now. */
export function postedMessages(facts: readonly SlackFact[]): readonly MessageFact[] {
  return facts.flatMap(fact => ('kind' in fact ? [] : [edited(fact, facts)]))
}

function edited(message: MessageFact, facts: readonly SlackFact[]): MessageFact {
  const last = facts.findLast(
    fact => 'kind' in fact && fact.kind === 'edit' && fact.channel === message.channel && fact.ts === message.ts,
  )
  if (last === undefined || !('kind' in last) || last.kind !== 'edit') return message
  const { text, blocks, metadata } = last
  return { ...message, text, blocks, metadata: metadata ?? message.metadata }
}

/** Arguments of conversations.create, .setTopic, .invite, .archive and of pins.add. */
export const channelInput = z.object({ name: z.string(), is_private: z._default(z.boolean(), false) })
export const topicInput = z.object({ channel: z.string(), topic: z.string() })
export const inviteInput = z.object({ channel: z.string(), users: z.string() })
export const archiveInput = z.object({ channel: z.string() })
export const pinInput = z.object({ channel: z.string(), timestamp: z.string() })

/** Arguments of chat.update. */
export const updateInput = z.object({
  ...{ channel: z.string(), ts: z.string(), text: z._default(z.string(), '') },
  ...{ blocks: z.optional(z.array(z.looseObject({}))), metadata: z.optional(metadataField) },
})

/** Arguments of chat.postMessage, from JSON; a form sends `blocks` and `metadata` as JSON text. */
export const messageInput = z.object({
  channel: z.string(),
  text: z._default(z.string(), ''),
  thread_ts: z.optional(z.string()),
  blocks: z.optional(z.array(z.looseObject({}))),
  metadata: z.optional(metadataField),
})
