import { useContext } from 'react'
import { type ClockChoice, clockFace, utcFace } from '../../../shared/lib/clock-face'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { ClockContext } from '../../ui/clock-face'
import styles from './wallboard.module.css'

interface WallboardTime {
  readonly time: string
  readonly zone: string
}

/** [WA3] UTC for everyone, and the room's time: in the chosen zone, else the machine's own. */
export function wallboardTimes(now: Millis, { hours, zone }: ClockChoice): readonly WallboardTime[] {
  const room = clockFace({ hours, zone: zone === 'UTC' ? 'local' : zone })
  const utc = { time: utcFace.bare(now), zone: utcFace.zone(now) }
  const local = { time: room.bare(now), zone: room.zone(now) }
  return local.zone === utc.zone ? [utc] : [utc, local]
}

export function WallboardTimes({ now }: { readonly now: Millis }) {
  const { choice } = useContext(ClockContext)
  return (
    <p className={styles.times} role="timer" aria-live="off" aria-label={texts.wall.time}>
      {wallboardTimes(now, choice).map(({ time, zone }) => (
        <span key={zone}>
          <span className={styles.time}>{time}</span> {zone}
        </span>
      ))}
    </p>
  )
}
