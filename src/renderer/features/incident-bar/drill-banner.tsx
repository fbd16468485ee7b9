import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import { clockText } from '../../ui/span-text'
import styles from './drill-banner.module.css'

const text = texts.drillBanner

/** Unmistakable: nobody may take a drill for the real thing, nor the real thing for a drill. */
export function DrillBanner() {
  const world = useSession(session => session.world)
  const { focus } = useCockpit()
  const now = useNow()
  if (world.kind !== 'drill') return null
  return (
    <aside className={styles.banner} aria-label={text.drill}>
      <strong className={styles.word}>{text.drill}</strong>
      <span className={styles.plate}>
        <span className={styles.title}>{world.title}</span>
        <span>{t(text.clock, { span: clockText(now - world.startedAt) })}</span>
        {world.speed !== 1 && <span>{t(text.speed, { speed: world.speed })}</span>}
        <span>{text.safe}</span>
        <button type="button" className={styles.leave} onClick={() => focus.request('connections')}>
          {text.leave}
        </button>
      </span>
    </aside>
  )
}
