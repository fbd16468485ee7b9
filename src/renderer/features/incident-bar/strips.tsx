import { useStore } from 'zustand'
import { isPlayedOut } from '../../../shared/contract/mode'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { faultText } from '../../ui/fault-text'
import { clockText } from '../../ui/span-text'
import styles from './strips.module.css'

/** [CW4] Says that the engine is out of reach, and as of when everything shown is. */
export function LinkStrip() {
  const link = useSession(session => session.link)
  const fault = useSession(session => session.fault)
  const { now, incident } = useCockpit()
  const behind = useStore(incident, state => state.behind)
  const quiet = useStore(now, state => state.quiet)
  const heardAt = useStore(now, state => state.heardAt)
  const clock = useClockFace()
  const state = quiet ? 'quiet' : link
  if (state !== 'open' && state !== 'connecting') {
    const { is, means } = texts.bar.line[state]
    const asOf = behind ? texts.bar.asOfBefore : texts.bar.asOf
    return (
      <div className={styles.linkStrip} role="alert">
        <strong>{is}</strong> {heardAt !== null && t(asOf, { time: clock.full(heardAt) })} {means}
      </div>
    )
  }
  if (fault === null) return null
  return (
    <div className={styles.linkStrip} role="alert">
      <strong>{texts.bar.noGreeting}</strong> {faultText(fault)}
    </div>
  )
}

const drillTexts = texts.drillBanner

/** Unmistakable: nobody may take a drill for the real thing, nor the real thing for a drill. */
export function DrillBanner() {
  const world = useSession(session => session.world)
  const { focus } = useCockpit()
  const now = useNow()
  if (world.kind !== 'drill') return null
  const isOver = isPlayedOut(world, now)
  return (
    <aside className={styles.banner} aria-label={drillTexts.drill}>
      <strong className={styles.drillWord}>{drillTexts.drill}</strong>
      <span className={styles.plate}>
        <span className={styles.bannerTitle}>{world.title}</span>
        <span>{t(drillTexts.clock, { span: clockText(now - world.startedAt) })}</span>
        {world.speed !== 1 && <span>{t(drillTexts.speed, { speed: world.speed })}</span>}
        <span>{isOver ? drillTexts.over : drillTexts.safe}</span>
        <button type="button" className={styles.leave} onClick={() => focus.request('connections')}>
          {isOver ? drillTexts.leaveOrAgain : drillTexts.leave}
        </button>
      </span>
    </aside>
  )
}
