import { useEffect } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { dropControls } from '../../../shared/lib/controls'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

/** The window's title says what burns, after the name of the window where it is one of several, so that it can be told from a task bar or a row of tabs. */
export function useWindowTitle(incident: Incident | undefined, windowName?: string): void {
  const { quiet, drill, window } = texts.bar.titles
  const title =
    incident === undefined
      ? quiet
      : t(texts.bar.titles.incident, { severity: incident.severity, title: incident.title })
  const world = incident?.drill === true ? t(drill, { title }) : title
  const full = windowName === undefined ? world : t(window, { window: windowName, title: world })
  useEffect(() => {
    // A tab has no markup that could isolate a mark which turns text around.
    document.title = dropControls(full)
  }, [full])
}
