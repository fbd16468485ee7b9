import { fail, ok } from '../../../shared/lib/reply'
import { type Credential, openSecretTraces } from './secret-traces'
import type { HttpClient } from './types'

/**
 * [HR1] Takes the secrets out of whatever comes back, in any way to write them. Proxies and debug pages like to repeat
 * a request's headers, and an error text ends on screens, in the log and in exports.
 */
export function redactHttp(http: HttpClient, credentials: readonly Credential[]): HttpClient {
  const words = openSecretTraces(credentials)
  const data = openSecretTraces(credentials, 'data')
  return {
    request: async (request, signal) => {
      const reply = await http.request(request, signal)
      if (!reply.ok) return fail({ ...reply.fault, message: words.hide(reply.fault.message) })
      const { status, text } = reply.value
      const traces = status >= 200 && status < 300 ? data : words
      return ok({ ...reply.value, text: traces.hide(text) })
    },
  }
}
