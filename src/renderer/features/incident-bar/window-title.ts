import { useEffect } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { dropControls } from '../../../shared/lib/controls'

/** The window's title says what burns, so that it can be told from a task bar or a row of tabs. */
export function useWindowTitle(incident: Incident | undefined): void {
  const title = incident === undefined ? 'Quarterdeck' : `${incident.severity} ${incident.title} · Quarterdeck`
  const full = incident?.drill === true ? `DRILL ${title}` : title
  useEffect(() => {
    // A tab has no markup that could isolate a mark which turns text around.
    document.title = dropControls(full)
  }, [full])
}
