import { coded } from '../../../shared/contract/coded-text'
import type { Connection } from '../../../shared/contract/connections'
import { secretAddressVendors, type Vendor, vendorName } from '../../../shared/contract/vendors'
import type { ConnectionId } from '../../../shared/domain/ids'
import { pastedAddress, pastedPublicAddress } from '../../../shared/domain/pasted-address'
import { fail } from '../../../shared/lib/reply'
import { conditionalHttp } from '../http/conditional'
import { guarded } from '../http/guard'
import { meterHttp } from '../http/meter'
import { redactHttp } from '../http/redact'
import { type Credential, credentialIn } from '../http/secret-traces'
import type { HttpClient, Refuses } from '../http/types'
import type { OpenAccount, VendorAccount } from './account'
import { openAlertmanager } from './alertmanager/client'
import { monitoringAuthorization } from './authorization'
import { openByHand } from './by-hand/client'
import { openEmail } from './email/client'
import { openGrafana } from './grafana/client'
import { openPagerDuty } from './pagerduty/client'
import { pastedToken } from './pasted-token'

import { openPrometheus } from './prometheus/client'
import { secretParts } from './secret-address'
import { openSlack } from './slack/client'
import { openSlackWebhook } from './slack/incoming'
import { openStatuspage } from './statuspage/client'
import { openTeams } from './teams/client'
import { openWebhook } from './webhook/client'

/** Services on the internet; what runs in a house of its own may have nothing but plain http. */
const hostedVendors: readonly Connection['vendor'][] = ['pagerduty', 'statuspage', 'slack', 'slack-webhook', 'teams']
const hostedDomains =
  /(?:^|\.)(?:grafana\.net|pagerduty\.com|statuspage\.io|slack(?:-gov)?\.com|amazonaws\.com|azure\.com)$/
const thisComputer = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * [CO3] Sends no token to a hosted vendor over plain http: on the way there everybody could read it. A vendor's
 * stand-in on this computer is an exception.
 */
function tokensOverTls(http: HttpClient, { vendor }: Connection): HttpClient {
  return {
    request: async (request, signal) => {
      const { protocol, hostname, host } = request.url
      const isHosted = hostedVendors.includes(vendor) || hostedDomains.test(hostname)
      const hasToken = request.headers.Authorization !== undefined || secretAddressVendors.includes(vendor)
      if (protocol !== 'http:' || !hasToken || !isHosted || thisComputer.test(hostname)) {
        return http.request(request, signal)
      }
      const why = coded('token-over-http', { vendor: vendorName[vendor], host })
      return fail({ kind: 'token-refused', status: 403, ...why, nothingLeft: true })
    },
  }
}

/** Opens a connection as its vendor's account. Nothing is asked yet, and nothing in it ever throws. */
export const openAccount: OpenAccount = (saved, token, http, signingKey) => {
  // Whatever the way in, a form, a file or the environment: people copy what they see.
  const secret = secretFor(saved.vendor, token ?? '')
  const key = signingKey ?? ''
  const connection = understood(saved)
  const safe = redactHttp(tokensOverTls(http, connection), credentialsOf(connection.vendor, secret, key))
  const { http: metered, ...meter } = meterHttp(trusting(safe, connection.caFile))
  const way = conditionalHttp(metered)
  // Vendors from which nothing can be read without a token.
  const closed = secret === '' ? withoutToken(connection.vendor) : way
  const refuses = http.refuses ?? (({ host }) => guarded(host))
  return { ...openers[connection.vendor]({ connection, secret, key, way, closed, refuses }), meter }
}

/** Opens a connection with what the vault has for it. */
export function openStored(connection: Connection, secrets: Vault, http: HttpClient): VendorAccount {
  return openAccount(connection, secrets.read(connection.id), http, secrets.read(keyPlace(connection.id)))
}

interface Vault {
  read(connection: ConnectionId): string | null
}

/** Where the vault has the key with which a connection signs what it sends. */
export function keyPlace(connection: ConnectionId): ConnectionId {
  return `${connection}:key` as ConnectionId
}

interface Opening {
  readonly connection: Connection
  readonly secret: string
  readonly key: string
  readonly way: HttpClient
  /** Refuses where there is no token. */
  readonly closed: HttpClient
  readonly refuses: Refuses
}

const openers: Readonly<Record<Vendor, (opening: Opening) => VendorAccount>> = {
  pagerduty: ({ connection, secret, closed }) => openPagerDuty(connection, secret, closed),
  statuspage: ({ connection, secret, closed, way }) => openStatuspage(connection, secret, closed, way),
  slack: ({ connection, secret, closed }) => openSlack(connection, secret, closed),
  grafana: ({ connection, secret, way }) => openGrafana(connection, secret, way),
  prometheus: ({ connection, secret, way }) => openPrometheus(connection, secret, way),
  alertmanager: ({ connection, secret, way }) => openAlertmanager(connection, secret, way),
  'slack-webhook': ({ connection, secret, way }) => openSlackWebhook(connection, secret, way),
  teams: ({ connection, secret, way }) => openTeams(connection, secret, way),
  'by-hand': ({ connection }) => openByHand(connection),
  email: ({ connection, secret, refuses }) => openEmail(connection, secret, { refuses }),
  webhook: ({ connection, secret, key, way }) => openWebhook(connection, { address: secret, key }, way),
}

/** PagerDuty's REST API keys. */
const REST_KEY_LENGTH = 20

/** A token that was copied with “Bearer” is one of OAuth to PagerDuty, unless it can only be a REST API key. */
function secretFor(vendor: Vendor, copied: string): string {
  const secret = pastedToken(copied)
  const isOAuth = vendor === 'pagerduty' && /\bbearer\s/i.test(copied) && secret.length !== REST_KEY_LENGTH
  return isOAuth ? `Bearer ${secret}` : secret
}

/** [CO2] With the address for the requests. */
function understood(saved: Connection): Connection {
  const { baseUrl } = pastedAddress(saved.vendor, saved.baseUrl)
  const { publicUrl } = saved
  return { ...saved, baseUrl, ...(publicUrl !== undefined && { publicUrl: pastedPublicAddress(publicUrl) }) }
}

function credentialsOf(vendor: Vendor, secret: string, key: string): readonly Credential[] {
  const own = secretAddressVendors.includes(vendor) ? secretParts(secret) : [credentialOf(vendor, secret)]
  return [...own, { text: key, open: 0 }]
}

function credentialOf(vendor: Vendor, secret: string): Credential {
  const isMonitoring = vendor === 'grafana' || vendor === 'prometheus' || vendor === 'alertmanager'
  const authorization = isMonitoring ? monitoringAuthorization(secret).Authorization : `Bearer ${secret}`
  return credentialIn(authorization ?? '')
}

/** Says what is missing instead of asking a vendor for a 401. */
function withoutToken(vendor: Vendor): HttpClient {
  const why = coded('token-missing', { vendor: vendorName[vendor] })
  return { request: async () => fail({ kind: 'token-refused', status: 401, ...why, nothingLeft: true }) }
}

/** Trusts the connection's own certificates too. */
function trusting(http: HttpClient, caFile: string | undefined): HttpClient {
  if (caFile === undefined || caFile === '') return http
  return { request: (request, signal) => http.request({ ...request, caFile }, signal) }
}
