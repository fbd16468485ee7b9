/** Chromium knows no app://, so that its pages live under https here: app://host/x ↔ https://host.app.standin/x. */
const SUFFIX = '.app.standin'

export function toPageUrl(url: string): string {
  const match = /^app:\/\/([^/]+)(.*)$/.exec(url)
  return match === null ? url : `https://${match[1]}${SUFFIX}${match[2]}`
}

export function toAppUrl(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || !parsed.hostname.endsWith(SUFFIX)) return url
  return `app://${parsed.hostname.slice(0, -SUFFIX.length)}${parsed.pathname}${parsed.search}${parsed.hash}`
}

/** The origin that Electron would say the page has; `null` for one that is not the application's. */
export function appOrigin(url: string): string {
  const match = /^app:\/\/[^/]+/.exec(toAppUrl(url))
  return match?.[0] ?? 'null'
}
