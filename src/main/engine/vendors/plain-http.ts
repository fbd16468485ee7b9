import { coded } from '../../../shared/contract/coded-text'
import type { Connection } from '../../../shared/contract/connections'
import { vendorName } from '../../../shared/contract/vendors'
import { fail } from '../../../shared/lib/reply'
import type { HttpClient } from '../http/types'

/** Services on the internet; what runs in a house of its own may have nothing but plain http. */
const hostedVendors: readonly Connection['vendor'][] = ['pagerduty', 'statuspage', 'slack']
const hostedDomains =
  /(?:^|\.)(?:grafana\.net|pagerduty\.com|statuspage\.io|slack(?:-gov)?\.com|amazonaws\.com|azure\.com)$/
const thisComputer = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * [CO3] Sends no token to a hosted vendor over plain http: on the way there everybody could read it. A vendor's stand-in
 * on this computer is asked as it is.
 */
export function tokensOverTls(http: HttpClient, { vendor }: Connection): HttpClient {
  return {
    request: async (request, signal) => {
      const { protocol, hostname, host } = request.url
      const isHosted = hostedVendors.includes(vendor) || hostedDomains.test(hostname)
      const hasToken = request.headers.Authorization !== undefined
      if (protocol !== 'http:' || !hasToken || !isHosted || thisComputer.test(hostname)) {
        return http.request(request, signal)
      }
      const why = coded('token-over-http', { vendor: vendorName[vendor], host })
      return fail({ kind: 'token-refused', status: 403, ...why, nothingLeft: true })
    },
  }
}
