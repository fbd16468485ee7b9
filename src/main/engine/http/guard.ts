import { coded } from '../../../shared/contract/coded-text'
import { fail } from '../../../shared/lib/reply'
import type { HttpClient } from './types'

/**
 * The drill's guard. A request to an origin that is not in `allowedOrigins` becomes the fault `drill-guard`, and not a
 * byte leaves; redirects are no way round it, since no client follows them.
 */
export function guardHttp(http: HttpClient, allowedOrigins: ReadonlySet<string>): HttpClient {
  return {
    request: async (request, signal) => {
      if (allowedOrigins.has(request.url.origin)) return http.request(request, signal)
      return fail({ kind: 'drill-guard', ...coded('drill-guards', { host: request.url.host }), nothingLeft: true })
    },
  }
}
