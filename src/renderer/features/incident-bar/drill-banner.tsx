import { clockSpan } from '../../../shared/lib/time'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import styles from './drill-banner.module.css'

/** Unmistakable: nobody may take a drill for the real thing, nor the real thing for a drill. */
export function DrillBanner() {
  const world = useSession(session => session.world)
  const { focus } = useCockpit()
  const now = useNow()
  if (world.kind !== 'drill') return null
  return (
    <aside className={styles.banner} aria-label="Drill">
      <strong className={styles.word}>Drill</strong>
      <span className={styles.plate}>
        <span className={styles.title}>{world.title}</span>
        <span>drill clock {clockSpan(now - world.startedAt)}</span>
        {world.speed !== 1 && <span>{world.speed}× speed</span>}
        <span>Nothing leaves this machine</span>
        <button type="button" className={styles.leave} onClick={() => focus.request('connections')}>
          Leave…
        </button>
      </span>
    </aside>
  )
}
