import * as z from 'zod/mini'
import type { VendorFault } from '../../../../shared/contract/faults'
import { fail } from '../../../../shared/lib/reply'
import { type Parser, parserOf } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import { idText, maybeText } from '../fields'
import { isOpenCode, isTokenCode, slackWords } from './words'

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
  const message = `${slackWords(code)}${needed ? `: it needs ${plainLine(needed, 120)}` : ''}`
  if (isTokenCode(code)) return { kind: 'token-refused', status: 200, message }
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate-limited', retryAfter: null, message }
  // The status that Slack would have sent, had it said so in HTTP: a refusal, or a failure that may have done a part.
  return { kind: 'vendor-error', status: isOpenCode(code) ? 500 : 400, message }
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
export const parseIdentity = slackParser(z.object({ ok: z.literal(true), team: maybeText, user: maybeText }))

const marker = z.object({ event_payload: z.object({ update: z.string() }) })

/** Our update's id in a message's metadata; null: not one of ours. */
export function markedUpdate(found: SlackMessage): string | null {
  const result = z.safeParse(marker, found.metadata)
  return result.success ? result.data.event_payload.update : null
}

/** Slack's words on a status other than 200: its JSON error, or the plain text of a gateway. */
export function slackErrorWords(body: unknown): string | null {
  const refused = z.safeParse(refusal, body)
  if (refused.success) return slackWords(plainLine(refused.data.error, 80))
  return typeof body === 'string' ? body : null
}
