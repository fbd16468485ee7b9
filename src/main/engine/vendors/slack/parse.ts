import * as z from 'zod/mini'
import type { VendorFault } from '../../../../shared/contract/faults'
import { fail, ok } from '../../../../shared/lib/reply'
import { type Parser, parserOf } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import { readableOf, rowsOf } from '../../http/rows'
import { idText, looseText, maybeText } from '../fields'
import { isOpenCode, isRightCode, isTokenCode, slackRefusal } from './words'

const refusal = z.object({ ok: z.literal(false), error: z.string(), needed: maybeText })

/** Slack answers 200 with `ok: false` for nearly every error. */
function slackParser<S extends z.ZodMiniType>(schema: S): Parser<z.output<S>> {
  const parse = parserOf('slack', schema)
  return body => {
    const refused = z.safeParse(refusal, body)
    return refused.success ? fail(refusalFault(refused.data)) : parse(body)
  }
}

function refusalFault({ error, needed }: z.output<typeof refusal>): VendorFault {
  const code = plainLine(error, 80)
  const why = slackRefusal(code, plainLine(needed ?? '', 120))
  if (isTokenCode(code)) return { kind: 'token-refused', status: isRightCode(code) ? 403 : 200, ...why }
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate-limited', retryAfter: null, ...why }
  // The status that Slack would have sent in HTTP: a refusal, or a failure that may have done a part.
  return { kind: 'vendor-error', status: isOpenCode(code) ? 500 : 400, ...why }
}

// `ts` is a text and the message's id: as a number it would lose its last digits.
const posted = z.object({ ok: z.literal(true), ts: idText })

const message = z.object({ ts: idText, metadata: z.optional(z.unknown()) })
const history = z.object({
  ok: z.literal(true),
  messages: z.array(message),
  response_metadata: z.nullish(z.object({ next_cursor: maybeText })),
})

export type SlackMessage = z.output<typeof message>

export const parsePosted = slackParser(posted)
export const parseHistory = slackParser(history)
export const parseIdentity = slackParser(
  z.object({
    ...{ ok: z.literal(true), team: maybeText, user: maybeText, user_id: maybeText, bot_id: maybeText },
    url: maybeText,
  }),
)

const said = z.object({
  ts: z.string().check(z.regex(/^\d{1,12}\.\d{1,9}$/)),
  text: looseText,
  subtype: looseText,
  user: looseText,
  username: looseText,
  bot_id: looseText,
  bot_profile: z.catch(z.nullish(z.object({ name: maybeText })), null),
  reactions: readableOf(z.object({ name: maybeText })),
  thread_ts: looseText,
  latest_reply: looseText,
  reply_count: z.catch(z.nullish(z.number()), null),
  edited: z.optional(z.unknown()),
  metadata: z.optional(z.unknown()),
  // Read field by field: `message-text.ts`.
  blocks: z.optional(z.unknown()),
  attachments: z.optional(z.unknown()),
  files: z.optional(z.unknown()),
})

/** A message as it is read for the timeline. */
export type SaidMessage = z.output<typeof said>

export const parseSaid = slackParser(
  z.object({
    ok: z.literal(true),
    messages: rowsOf(said),
    response_metadata: z.nullish(z.object({ next_cursor: maybeText })),
  }),
)
export const parsePinned = slackParser(
  z.object({ ok: z.literal(true), items: readableOf(z.object({ message: z.nullish(said) })) }),
)
export const parseUser = slackParser(
  z.object({
    ok: z.literal(true),
    user: z.object({
      name: maybeText,
      real_name: maybeText,
      profile: z.nullish(z.object({ display_name: maybeText, real_name: maybeText })),
    }),
  }),
)

const done = z.object({ ok: z.literal(true) })
const channel = z.object({
  id: idText,
  name: maybeText,
  is_archived: z.nullish(z.boolean()),
  topic: z.nullish(z.object({ value: maybeText })),
})
const channels = z.object({
  ok: z.literal(true),
  channels: z.array(channel),
  response_metadata: z.nullish(z.object({ next_cursor: maybeText })),
})
const pins = z.object({
  ok: z.literal(true),
  items: z.array(z.object({ message: z.nullish(z.object({ ts: maybeText })) })),
})

export const parseMembers = slackParser(
  z.object({
    ok: z.literal(true),
    members: z.array(z.string()),
    response_metadata: z.nullish(z.object({ next_cursor: maybeText })),
  }),
)
export const parseUserId = slackParser(z.object({ ok: z.literal(true), user: z.object({ id: idText }) }))
export const parseDone = slackParser(done)
export const parseChannel = slackParser(z.object({ ok: z.literal(true), channel }))
export const parseChannels = slackParser(channels)
export const parsePins = slackParser(pins)

/** As `parse`, with null where Slack refused with this very code: what was asked for is there already. */
export function orThere<T>(code: string, parse: Parser<T>): Parser<T | null> {
  return body => {
    const refused = z.safeParse(refusal, body)
    return refused.success && refused.data.error === code ? ok(null) : parse(body)
  }
}

const marker = z.object({ event_payload: z.object({ update: z.string() }) })
const requestMarker = z.object({ event_payload: z.object({ act: z.string() }) })

/** Our item's id in a message's metadata; null: not one of ours. */
export function slackMarkedItem(found: SlackMessage): string | null {
  const result = z.safeParse(requestMarker, found.metadata)
  return result.success ? result.data.event_payload.act : null
}

const ownEvent = z.object({ event_type: z.string().check(z.startsWith('quarterdeck_')) })

/** Whether Quarterdeck posted it, through whatever connection. */
export function isOurMessage(found: Pick<SlackMessage, 'metadata'>): boolean {
  return z.safeParse(ownEvent, found.metadata).success
}

/** Our update's id in a message's metadata; null: not one of ours. */
export function slackMarkedUpdate(found: SlackMessage): string | null {
  const result = z.safeParse(marker, found.metadata)
  return result.success ? result.data.event_payload.update : null
}

/** Slack's words on a status other than 200: its JSON error, or the plain text of a gateway. */
export function slackErrorMessage(body: unknown): string | null {
  const refused = z.safeParse(refusal, body)
  if (refused.success) return slackRefusal(plainLine(refused.data.error, 80)).message
  return typeof body === 'string' ? body : null
}
