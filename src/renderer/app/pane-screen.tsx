import { useEffect, useState } from 'react'
import type { PaneKey } from '../../shared/contract/pane-address'
import { keymap } from '../commands/keymap'
import { useCockpit } from '../stores/cockpit'
import { panes } from '../ui/panes'
import { Frame } from './frame'
import { nothingKept } from './layouts/kept-layouts'
import { createLayouts } from './layouts/layouts'
import { createPaneWindows } from './layouts/pane-windows'
import { keepPopupPlace } from './layouts/popup-place'
import { servePane } from './layouts/serve-pane'
import { stack } from './layouts/tree'
import { useSeenPanes } from './layouts/use-seen-panes'
import { allPanes } from './pane-contents'
import { go } from './use-keymap'

/**
 * One pane in a window of its own, below the bar: for a second display. It has its own link to the engine and all keys;
 * another pane that a key asks for comes beside it.
 */
export function PaneScreen({ pane }: { readonly pane: PaneKey }) {
  const cockpit = useCockpit()
  const [layouts] = useState(() =>
    createLayouts({
      kept: nothingKept,
      first: { name: null, tree: stack(pane) },
      windows: createPaneWindows(window, pane),
      tell: message => cockpit.faults.setState({ incident: { kind: 'refused', message } }),
    }),
  )
  useEffect(() => {
    const press = (request: string) => {
      const binding = keymap.find(({ goes }) => 'request' in goes && goes.request === request)
      if (binding !== undefined) go(binding, cockpit, layouts)
    }
    return servePane({ pane, selection: cockpit.selection, locks: navigator.locks, press })
  }, [pane, cockpit, layouts])
  // The desktop app keeps the places of its windows itself, for each display.
  useEffect(() => (window.quarterdeck === undefined ? keepPopupPlace(window, localStorage, pane) : undefined), [pane])
  const seen = useSeenPanes(layouts)
  return <Frame layouts={layouts} contents={seen(allPanes)} name={panes[pane].name} />
}
