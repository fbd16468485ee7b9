import { Activity, useCallback, useRef, useSyncExternalStore } from 'react'
import { Wall } from '../features/wall/wall'
import { useFocusRequest } from '../stores/use-focus-request'
import { Layout } from './layout'
import { useLinkedIncident } from './linked-incident'

const WALL = '#wall'

/** The cockpit, or the wall where the address says so: `#wall` opens it in a window of its own. */
export function Screens() {
  useLinkedIncident()
  const onWall = useSyncExternalStore(whenHashChanges, () => window.location.hash === WALL)
  const cockpitWasOpen = useRef(false)
  cockpitWasOpen.current ||= !onWall
  useFocusRequest('wall', goToWall)
  const leave = useCallback(() => {
    window.location.hash = ''
  }, [])
  return (
    <>
      {/* Kept behind the wall as it was left, half-typed lines and all; a screen that only shows the wall has none. */}
      {cockpitWasOpen.current && (
        <Activity mode={onWall ? 'hidden' : 'visible'}>
          <Layout />
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
