import { type PaneKey, paneInHash } from '../../../shared/contract/pane-address'

/** Where the cockpit lives on the desktop. Everything that trusts a page trusts this origin and no other. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'quarterdeck'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const COCKPIT_URL = `${APP_ORIGIN}/`

/** The pane that a window of this address shows; null: it is not one of ours, or shows no single pane. */
export function paneOfUrl(text: string): PaneKey | null {
  const url = URL.parse(text)
  return url !== null && isCockpitUrl(text) && url.pathname === '/' && url.search === '' ? paneInHash(url.hash) : null
}

/** Compared by its parts: Node's `URL.origin` of a scheme that it does not know is the text "null". */
export function isCockpitUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === ''
}
