import type { DownloadItem, Event, Session } from 'electron'
import { COCKPIT_URL } from './origin'

/** The cockpit needs nothing that a page must ask for: each question is answered no. Returns its stop. */
export function denyPermissions(session: Session): () => void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
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
