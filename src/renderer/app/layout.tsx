import { useEffect, useState } from 'react'
import { useCockpit } from '../stores/cockpit'
import { Frame } from './frame'
import { keptLayouts } from './layouts/kept-layouts'
import { createLayouts } from './layouts/layouts'
import { createPaneWindows } from './layouts/pane-windows'
import { watchWindows } from './layouts/watch-windows'
import { allPanes } from './pane-contents'
import { useWhichIncident } from './which-incident'

/** The cockpit, its panes placed as the people at this screen want them. */
export function Layout() {
  const { faults, selection } = useCockpit()
  const [layouts] = useState(() =>
    createLayouts({
      kept: keptLayouts(window.sessionStorage, window.localStorage),
      windows: createPaneWindows(window),
      tell: message => faults.setState({ incident: { kind: 'refused', message } }),
    }),
  )
  useWhichIncident()
  useEffect(() => watchWindows(layouts, selection, navigator.locks), [layouts, selection])
  return <Frame layouts={layouts} contents={allPanes} />
}
