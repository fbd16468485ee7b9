import { useEffect } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { dropControls } from '../../../shared/lib/controls'

/** The window's title says what burns, after the name of the window where it is one of several, so that it can be told from a task bar or a row of tabs. */
export function useWindowTitle(incident: Incident | undefined, windowName?: string): void {
  const title = incident === undefined ? 'Quarterdeck' : `${incident.severity} ${incident.title} · Quarterdeck`
  const world = incident?.drill === true ? `DRILL ${title}` : title
  const full = windowName === undefined ? world : `${windowName} · ${world}`
  useEffect(() => {
    // A tab has no markup that could isolate a mark which turns text around.
    document.title = dropControls(full)
  }, [full])
}
