import { resolve } from 'node:path'
import type { App } from 'electron'
import { type IncidentId, isIncidentId } from '../../../shared/domain/ids'

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

/** Hears links from the first moment on: macOS sends one before the application is ready. */
export interface LinkListener {
  /** From now on each link, and one that came before, is given here. */
  serve(open: (incident: IncidentId) => void): void
  stop(): void
}

export function listenToLinks(app: App, argv: readonly string[]): LinkListener {
  let open: ((incident: IncidentId) => void) | null = null
  let waiting: IncidentId | null = null
  const take = (words: readonly string[]): void => {
    const incident = words.map(linkedIncident).findLast(id => id !== null) ?? null
    if (incident === null) return
    if (open === null) waiting = incident
    else open(incident)
  }
  const fromSystem = (event: { preventDefault(): void }, url: string): void => {
    event.preventDefault()
    take([url])
  }
  const fromSecond = (_event: unknown, words: string[]): void => take(words)
  app.on('open-url', fromSystem)
  app.on('second-instance', fromSecond)
  take(argv)
  return {
    serve: to => {
      open = to
      if (waiting !== null) to(waiting)
      waiting = null
    },
    stop: () => {
      app.off('open-url', fromSystem)
      app.off('second-instance', fromSecond)
    },
  }
}
