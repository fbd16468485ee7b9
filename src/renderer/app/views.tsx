import { Activity, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { type PaneKey, paneHash, paneInHash, paneKeys } from '../../shared/contract/pane-address'
import { keymap } from '../commands/keymap'
import { useCockpit, useSession } from '../stores/cockpit'
import { useOpening } from '../stores/opening'
import { useCommand } from '../stores/use-command'
import { type DialogPart, firstViewPainted, onDemand } from '../ui/on-demand'
import { panes } from '../ui/panes'
import { Frame } from './frame'

import { createLayouts, type Layouts } from './layouts/layouts'
import { followPaneWindows, servePaneWindow } from './layouts/pane-window-links'
import { createPaneWindows } from './layouts/pane-windows'
import { keepPopupPlace } from './layouts/popup-place'
import { nothingStored, storedLayouts } from './layouts/stored-layouts'
import { panesOf, stack } from './layouts/tree'
import { allPanes, type PaneContents } from './pane-contents'
import { go } from './use-keymap'
import { useLinkedIncident, useShownLast, useWhichIncident } from './which-incident'

const WALL = '#wall'

const WallboardView = onDemand(async () => {
  const { Wallboard } = await import('../features/wallboard/wallboard')
  return ({ opened, onClose }: DialogPart) => opened && <Wallboard onLeave={onClose} />
}, 'first')

/** The cockpit, or the view that the address names: `#wall`, or one pane by its name as `#pane=timeline`. */
export function Views() {
  useShownLast()
  useLinkedIncident()
  const watches = useSession(session => session.welcome?.principal === 'watch')
  // [AX2] A view-only session shows only the wallboard, whatever its address says.
  const onWall = useSyncExternalStore(whenHashChanges, () => window.location.hash === WALL) || watches
  const [pane] = useState(() => paneInHash(window.location.hash))
  useFirstView()
  const cockpitWasOpen = useRef(false)
  cockpitWasOpen.current ||= !onWall
  useCommand('wall', goToWall)
  const leave = useCallback(() => {
    window.location.hash = pane === null ? '' : paneHash(pane)
  }, [pane])
  return (
    <>
      {/* The cockpit stays mounted behind the wallboard, half-typed lines included; a view-only session has none. */}
      {cockpitWasOpen.current && !watches && (
        <Activity mode={onWall ? 'hidden' : 'visible'}>
          {pane === null ? <CockpitView /> : <PaneView pane={pane} />}
        </Activity>
      )}
      <WallboardView opened={onWall} onClose={leave} />
    </>
  )
}

/** Tells when the record, or that there is none, is painted. */
function useFirstView(): void {
  const { at } = useOpening()
  const isKnown = at === 'none' || at === 'open'
  useEffect(() => {
    if (!isKnown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // The second frame begins after the first is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(firstViewPainted)
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isKnown])
}

function goToWall(): void {
  window.location.hash = WALL
}

function whenHashChanges(told: () => void): () => void {
  window.addEventListener('hashchange', told)
  return () => window.removeEventListener('hashchange', told)
}

/** The cockpit, with its panes laid out as chosen in this browser. */
function CockpitView() {
  const { faults, selection } = useCockpit()
  const [layouts] = useState(() =>
    createLayouts({
      stored: storedLayouts(window.sessionStorage, window.localStorage),
      windows: createPaneWindows(window),
      notify: message => faults.setState({ incident: { kind: 'refused', message } }),
    }),
  )
  useWhichIncident()
  useEffect(() => followPaneWindows(layouts, selection, navigator.locks), [layouts, selection])
  return <Frame layouts={layouts} contents={allPanes} />
}

/**
 * One pane in a window of its own, below the bar: for a second display. It has its own link to the engine and all keys;
 * another pane that a key opens is shown beside it.
 */
function PaneView({ pane }: { readonly pane: PaneKey }) {
  const cockpit = useCockpit()
  const [layouts] = useState(() =>
    createLayouts({
      stored: nothingStored,
      first: { name: null, tree: stack(pane) },
      windows: createPaneWindows(window, pane),
      notify: message => cockpit.faults.setState({ incident: { kind: 'refused', message } }),
    }),
  )
  useEffect(() => {
    const press = (request: string) => {
      const binding = keymap.find(({ goes }) => 'request' in goes && goes.request === request)
      if (binding !== undefined) go(binding, cockpit, layouts)
    }
    return servePaneWindow({ pane, selection: cockpit.selection, locks: navigator.locks, press })
  }, [pane, cockpit, layouts])
  // The desktop app stores window positions itself, for each display.
  useEffect(() => (window.quarterdeck === undefined ? keepPopupPlace(window, localStorage, pane) : undefined), [pane])
  const seen = useSeenPanes(layouts)
  return <Frame layouts={layouts} contents={seen(allPanes)} name={panes[pane].name} />
}

/** Rendered from the start: keys open their dialogs, and they cost little. */
const light: readonly PaneKey[] = ['alerts', 'roles', 'checkpoint', 'comms', 'handoff']

/** Leaves out the panes that were never visible in this window: drawing a hidden chart is wasted work. */
function useSeenPanes(layouts: Layouts): (all: PaneContents) => PaneContents {
  const seen = useRef(new Set(light))
  const shown = useStore(layouts, ({ tree }) => tree)
  for (const pane of panesOf(shown)) seen.current.add(pane)
  return all => Object.fromEntries(paneKeys.filter(pane => seen.current.has(pane)).map(pane => [pane, all[pane]]))
}
