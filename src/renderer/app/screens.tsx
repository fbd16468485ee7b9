import { Activity, useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { paneHash, paneInHash } from '../../shared/contract/pane-address'
import { Wall } from '../features/wall/wall'
import { useSession } from '../stores/cockpit'
import { useFocusRequest } from '../stores/use-focus-request'
import { Layout } from './layout'
import { useLinkedIncident } from './linked-incident'
import { PaneScreen } from './pane-screen'
import { useShownLast } from './shown-last'

const WALL = '#wall'

/** The cockpit, or what the address says instead: `#wall`, or one pane by its name as `#pane=timeline`. */
export function Screens() {
  useShownLast()
  useLinkedIncident()
  const watches = useSession(session => session.welcome?.principal === 'watch')
  // [AX2] A screen that was let in to watch has nothing but the wall, whatever its address says.
  const onWall = useSyncExternalStore(whenHashChanges, () => window.location.hash === WALL) || watches
  const [pane] = useState(() => paneInHash(window.location.hash))
  const cockpitWasOpen = useRef(false)
  cockpitWasOpen.current ||= !onWall
  useFocusRequest('wall', goToWall)
  const leave = useCallback(() => {
    window.location.hash = pane === null ? '' : paneHash(pane)
  }, [pane])
  return (
    <>
      {/* Kept behind the wall as it was left, half-typed lines and all; a screen that only shows the wall has none. */}
      {cockpitWasOpen.current && !watches && (
        <Activity mode={onWall ? 'hidden' : 'visible'}>
          {pane === null ? <Layout /> : <PaneScreen pane={pane} />}
        </Activity>
      )}
      {onWall && <Wall onLeave={leave} />}
    </>
  )
}

function goToWall(): void {
  window.location.hash = WALL
}

function whenHashChanges(told: () => void): () => void {
  window.addEventListener('hashchange', told)
  return () => window.removeEventListener('hashchange', told)
}
