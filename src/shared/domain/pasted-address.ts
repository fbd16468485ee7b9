/** What an address that a person copied says about a connection. */
export interface PastedAddress {
  readonly baseUrl: string
  /** Statuspage: the page whose manage page it is. */
  readonly pageId?: string
  /** Slack: the channel that it shows. */
  readonly channel?: string
}

/** A browser's path: where the vendor is on its host (used), and after it a page of the vendor's own. */
const ownPaths: Readonly<Record<string, RegExp>> = {
  grafana:
    /^(.*?)()\/(?:d|d-solo|dashboards?|explore|alerting|a|apis?|datasources|connections|admin|profile|org|orgs|login|logout|playlists|plugins|public-dashboards|goto|render|bookmarks|drilldown)(?:\/.*)?$/,
  prometheus:
    /^(?:(.*?)\/api\/v1(?:\/.*)?|(.*)\/(?:classic\/)?(?:graph|alerts|targets|rules|query|config|flags|status|service-discovery|tsdb-status|alertmanager-discovery|metrics|federate|consoles|vmui|-)(?:\/[^/]*)?)$/,
  alertmanager: /^(.*?)()\/(?:api\/v[12]|metrics|-)(?:\/.*)?$/,
}

/** A proxy may have put a Prometheus, or what speaks like one, at such a path: without a query it is taken for that. */
const maybeFront = /\/(?:query|metrics|rules|config|status)\/?$/

/**
 * [CO2] Where to ask, from an address as people have it at hand: copied from the browser's bar with a dashboard, a query
 * or a channel behind it, or without `https://`. What is no address stays as it is, to be refused in words.
 */
export function pastedAddress(vendor: string, pasted: string): PastedAddress {
  if (vendor === 'email') return { baseUrl: mailServer(pasted.trim()) }
  const typed = pasted
    .replace(/[\p{Cc}\p{Cf}]+\s*/gu, '')
    .trim()
    .replace(/^["'<“]+|[">'”]+$/g, '')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`)
  if (typed === '' || /\s/.test(typed) || url === null || !/^https?:$/.test(url.protocol))
    return { baseUrl: pasted.trim() }
  // A name and a password in it are refused in words, and so must stay.
  if (url.username !== '' || url.password !== '') return { baseUrl: typed }
  if (vendor === 'pagerduty') return { baseUrl: pagerDuty(url) }
  if (vendor === 'slack') return slack(url)
  if (vendor === 'statuspage') return statuspage(url)
  if (vendor === 'prometheus' && maybeFront.test(url.pathname) && url.search + url.hash === '') {
    return { baseUrl: base(url, url.pathname) }
  }
  const own = ownPaths[vendor]
  return { baseUrl: base(url, own === undefined ? url.pathname : url.pathname.replace(own, '$1$2')) }
}

/** [CO2] A mail server as people name it: its host alone, or with a port; 465 is TLS from the first byte, all else STARTTLS. */
function mailServer(typed: string): string {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
  const url = URL.parse(hasScheme ? typed : `${/:465\/?$/.test(typed) ? 'smtps' : 'smtp'}://${typed}`)
  const isPlain = url !== null && url.username === '' && url.password === ''
  if (typed === '' || /\s/.test(typed) || !isPlain || !/^smtps?:$/.test(url.protocol)) return typed
  const usual = url.protocol === 'smtps:' ? '465' : '587'
  return `${url.protocol}//${url.hostname}:${url.port || usual}`
}

/** [CO2] A status page as its readers open it. */
export function pastedPublicAddress(pasted: string): string {
  const { baseUrl } = pastedAddress('alertmanager', pasted)
  const url = URL.parse(baseUrl)
  if (url === null) return baseUrl
  return base(url, url.pathname.replace(/^(.*?)\/(?:incidents|history|uptime|api|posts)(?:[/.].*)?$/, '$1'))
}

function schemeFor(typed: string): 'http' | 'https' {
  return /^(?:127\.|\[|[^./]+(?:\/|$)|\d+\.\d+\.\d+\.\d+(?:[:/]|$))/.test(typed) ? 'http' : 'https'
}

function base({ protocol, host }: URL, path: string): string {
  return `${protocol}//${host}${path.replace(/\/+$/, '')}`
}

/** People have the address of their account's web pages; the API is elsewhere. */
function pagerDuty(url: URL): string {
  if (/(?:^|\.)eu\.pagerduty\.com$/.test(url.hostname)) return 'https://api.eu.pagerduty.com'
  return /(?:^|\.)pagerduty\.com$/.test(url.hostname) ? 'https://api.pagerduty.com' : base(url, url.pathname)
}

function slack(url: URL): PastedAddress {
  const host = /(?:^|\.)(slack(?:-gov)?\.com)$/.exec(url.hostname)?.[1]
  if (host === undefined) return { baseUrl: base(url, url.pathname) }
  const channel = /\/(?:archives|client\/[A-Z0-9]+)\/([CG][A-Z0-9]{6,})/.exec(url.pathname)?.[1]
  return { baseUrl: `https://${host}`, ...(channel !== undefined && { channel }) }
}

function statuspage(url: URL): PastedAddress {
  if (!/(?:^|\.)statuspage\.io$/.test(url.hostname)) return { baseUrl: base(url, url.pathname) }
  const pageId = /\/pages\/([a-z0-9]+)/.exec(url.pathname)?.[1]
  return { baseUrl: 'https://api.statuspage.io', ...(pageId !== undefined && { pageId }) }
}
