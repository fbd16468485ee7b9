import { coded } from '../../../shared/contract/coded-text'
import { fail } from '../../../shared/lib/reply'
import type { HttpClient, HttpFault } from './types'

/**
 * The drill's guard. A request to an origin that is not in `allowedOrigins` becomes the fault `drill-guard`, and not a
 * byte leaves; redirects are no way round it, since no client follows them. The same holds for what is no HTTP.
 */
export function guardHttp(http: HttpClient, allowedOrigins: ReadonlySet<string>): HttpClient {
  const refuses = (address: URL): HttpFault | null =>
    allowedOrigins.has(originOf(address)) ? null : guarded(address.host)
  return {
    refuses,
    request: async (request, signal) => {
      const fault = refuses(request.url)
      return fault === null ? http.request(request, signal) : fail(fault)
    },
  }
}

/** Of an address that is none of the web the platform says `null`. */
function originOf({ origin, protocol, host }: URL): string {
  return origin === 'null' ? `${protocol}//${host}` : origin
}

/** Nothing of a drill may leave for there. */
export function guarded(host: string): HttpFault {
  return { kind: 'drill-guard', ...coded('drill-guards', { host }), nothingLeft: true }
}
