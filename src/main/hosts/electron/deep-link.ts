import { resolve } from 'node:path'
import type { App } from 'electron'
import { type IncidentId, isIncidentId } from '../../../shared/domain/ids'
import { listenToSystem, type SystemOpens } from './system-opens'

/** Of links that other programs open; the cockpit's own pages are `app:`, which no other program can name. */
export const LINK_SCHEME = 'quarterdeck'

/** The incident that `quarterdeck://incident/ID` names; null for any other text, which may come from anywhere. */
export function linkedIncident(text: string): IncidentId | null {
  const url = URL.parse(text)
  if (url === null || url.protocol !== `${LINK_SCHEME}:` || url.host.toLowerCase() !== 'incident') return null
  const id = url.pathname.slice(1)
  return isIncidentId(id) ? id : null
}

/** A command line without its links: the system puts a link after the program's own arguments. */
export function withoutLinks(argv: readonly string[]): readonly string[] {
  return argv.filter(word => !word.toLowerCase().startsWith(`${LINK_SCHEME}:`))
}

/**
 * Asks the system to open links with this program. Unpacked, the program that runs is Electron's own: without the
 * cockpit's folder behind it a link would open an empty Electron (Windows, and Linux where the desktop hands them on).
 */
export function registerLinks(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>,
  { execPath, argv }: Pick<NodeJS.Process, 'execPath' | 'argv'>,
): boolean {
  const entry = argv[1]
  if (app.isPackaged || entry === undefined) return app.setAsDefaultProtocolClient(LINK_SCHEME)
  return app.setAsDefaultProtocolClient(LINK_SCHEME, execPath, [resolve(entry)])
}

/** Incidents that a link of another program names. */
export function listenToLinks(app: App, argv: readonly string[]): SystemOpens<IncidentId> {
  return listenToSystem(
    app,
    argv,
    'open-url',
    words => words.map(linkedIncident).findLast(id => id !== null) ?? undefined,
  )
}
