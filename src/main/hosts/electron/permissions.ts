import type { DownloadItem, Event, Session } from 'electron'
import { COCKPIT_URL, isCockpitUrl } from './origin'

/** The one thing that the cockpit asks for: to put a link or a command into the clipboard, when a person says so. */
const allowed = 'clipboard-sanitized-write'

/** Every other question of a page is answered no. Returns its stop. */
export function answerPermissions(session: Session): () => void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === allowed && isCockpitUrl(requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === allowed && isCockpitUrl(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('will-download', onlyOwnDocuments)
  // The permission handlers stay set: without them Electron says yes to everything.
  return () => {
    session.off('will-download', onlyOwnDocuments)
  }
}

/** A document that the cockpit itself made may be saved; the system asks the person where. */
function onlyOwnDocuments(event: Event, item: DownloadItem): void {
  if (!item.getURL().startsWith(`blob:${COCKPIT_URL}`)) event.preventDefault()
}
