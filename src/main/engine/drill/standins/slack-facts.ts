import * as z from 'zod/mini'

const metadataField = z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })

/** A message as it was posted. `ts` is its id in its channel: Unix seconds with six decimals, as text. */
export const slackFact = z.object({
  ts: z.string(),
  channel: z.string(),
  text: z.string(),
  thread: z.nullable(z.string()),
  blocks: z.nullable(z.array(z.looseObject({}))),
  metadata: z.nullable(metadataField),
})
export type SlackFact = Readonly<z.output<typeof slackFact>>

/** Arguments of chat.postMessage, from JSON; a form sends `blocks` and `metadata` as JSON text. */
export const messageInput = z.object({
  channel: z.string(),
  text: z._default(z.string(), ''),
  thread_ts: z.optional(z.string()),
  blocks: z.optional(z.array(z.looseObject({}))),
  metadata: z.optional(metadataField),
})
