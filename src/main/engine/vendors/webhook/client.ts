import * as z from 'zod/mini'
import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import { readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Channel } from '../../../../shared/domain/update'
import { fail, type Reply } from '../../../../shared/lib/reply'
import type { Millis } from '../../../../shared/lib/time'
import type { HttpAnswer, HttpClient, HttpFault } from '../../http/types'
import type { Delivered, OutgoingUpdate } from '../../outbox/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault, unseenOnce } from '../outcome'
import { probeResult } from '../probe'
import { postTo, type SecretAddress, secretParts } from '../secret-address'
import { signatureHeaders } from './signature'

/** Of the body, as `docs/webhook.md` describes it. */
const VERSION = 1

export interface WebhookSecrets {
  readonly address: string
  readonly key: string
}

/**
 * Any program that takes a signed POST. It is asked for nothing and read from never.
 * @param now of this computer's clock: a receiver compares the signed time with its own
 */
export function openWebhook(
  connection: Connection,
  { address, key }: WebhookSecrets,
  http: HttpClient,
  now: () => Millis = Date.now,
): VendorAccount {
  const credentials = [...secretParts(address), { text: key, open: 0 }]
  const to: SecretAddress = { vendor: 'webhook', address, http, credentials, words: wordsOf }
  const post = async (id: string, content: object, signal: AbortSignal): Promise<Reply<HttpAnswer, HttpFault>> => {
    if (key === '') return fail(noKey)
    const body = JSON.stringify({ version: VERSION, id, ...content })
    return postTo(to, { body, headers: signatureHeaders({ id, body, key }, now()) }, signal)
  }
  return {
    channels: [channelOf(connection)],
    updates: {
      ...unseenOnce('webhook'),
      async send(update, signal) {
        const reply = await post(update.update, updateContent(update), signal)
        if (!reply.ok) return outcomeOfFault(reply.fault)
        return { outcome: 'delivered', delivered: echoOf(reply.value, update) }
      },
    },
    async probe(signal) {
      const reply = await post(`ping-${now()}`, { type: 'ping' }, signal)
      return probeResult(reply, ({ status }) => coded('reached-webhook', { status }))
    },
  }
}

function channelOf({ id, name, readers }: Connection): Channel {
  return { vendor: 'webhook', connection: id, target: 'webhook', label: name, ...(readers && { readers }) }
}

/** [WE5] The same bytes at each attempt: what differs from one to the next is in the headers. */
function updateContent({ incident, content }: OutgoingUpdate): object {
  const { stage, channel, title, body, status, nextUpdateAt } = content
  const next = nextUpdateAt === null ? null : new Date(nextUpdateAt).toISOString()
  return {
    type: 'update',
    incident,
    readers: readersOf(channel),
    // Half a pair of UTF-16 is refused by strict readers of JSON.
    update: { stage, status, title: title.toWellFormed(), body: body.toWellFormed(), nextUpdateAt: next },
  }
}

const echo = z.object({
  id: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(128))), undefined),
  url: z.catch(z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000))), undefined),
})

/** [WE6] A receiver may say under which id, and where, it can be read; one that says nothing has taken it too. */
function echoOf({ text }: HttpAnswer, { update }: OutgoingUpdate): Delivered {
  const said = z.safeParse(echo, jsonIn(text))
  const { id, url } = said.success ? said.data : {}
  return { externalId: id ?? update, url: url ?? null }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Any answer is good, also none.
    return undefined
  }
}

const message = z.object({ message: z.string() })

function wordsOf(body: unknown): string | null {
  const said = z.safeParse(message, body)
  if (said.success) return said.data.message
  return typeof body === 'string' ? body : null
}

const noKey: HttpFault = { kind: 'token-refused', status: 401, ...coded('key-missing'), nothingLeft: true }
