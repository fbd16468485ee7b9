import { memo } from 'react'
import type { Millis } from '../../../../shared/lib/time'
import { clockIn, firstZone, secondZone, type TimeChoice } from '../times'
import styles from './row-time.module.css'

/** When it happened, on one clock or two, in columns that line up from row to row. */
export const RowTime = memo(function RowTime({ at, times }: { at: Millis; times: TimeChoice }) {
  const second = secondZone(times)
  return (
    <span className={styles.times}>
      <time className={styles.first} dateTime={new Date(at).toISOString()}>
        {clockIn(firstZone(times), at)}
      </time>
      {second !== null && <span className={styles.second}>{clockIn(second, at).slice(0, 5)}</span>}
    </span>
  )
})
