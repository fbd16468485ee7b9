import { createHmac } from 'node:crypto'
import { type Millis, SECOND } from '../../../../shared/lib/time'

/**
 * [WE4] The headers that prove a post: HMAC-SHA256 over `id.timestamp.body`, as standardwebhooks.com describes it, so
 * that a receiver needs no code of its own. `webhook-id` is the same for every attempt at one update.
 * @param key `whsec_` and base64, or any text, whose UTF-8 bytes are the key
 */
export function signatureHeaders(
  { id, body, key }: { readonly id: string; readonly body: string; readonly key: string },
  now: Millis,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / SECOND))
  const signature = createHmac('sha256', keyBytes(key)).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
    'Idempotency-Key': id,
  }
}

function keyBytes(key: string): Buffer {
  const packed = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(key)?.[1]
  return packed === undefined ? Buffer.from(key) : Buffer.from(packed, 'base64')
}
