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
      const message = `A drill is running: Quarterdeck sends nothing to ${request.url.host}`
      return fail({ kind: 'drill-guard', message, nothingLeft: true })
    },
  }
}
