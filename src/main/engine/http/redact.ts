import { fail, ok } from '../../../shared/lib/reply'
import type { HttpClient } from './types'

/** Shorter ones would cut words out of honest answers. */
const SHORTEST_SECRET = 6

/**
 * Blacks the secrets out of whatever comes back. Proxies and debug pages like to repeat a request's headers, and an
 * error text ends on screens, in the log and in exports.
 */
export function redactHttp(http: HttpClient, secrets: readonly string[]): HttpClient {
  const hidden = secrets.filter(secret => secret.length >= SHORTEST_SECRET)
  const clean = (text: string) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text)
  return {
    request: async (request, signal) => {
      const reply = await http.request(request, signal)
      if (!reply.ok) return fail({ ...reply.fault, message: clean(reply.fault.message) })
      return ok({ ...reply.value, text: clean(reply.value.text) })
    },
  }
}
