/** Where the cockpit lives on the desktop. Everything that trusts a page trusts this origin and no other. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'quarterdeck'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const COCKPIT_URL = `${APP_ORIGIN}/`

/** Compared by its parts: Node's `URL.origin` of a scheme that it does not know is the text "null". */
export function isCockpitUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === ''
}
