import { memo } from 'react'
import type { Millis } from '../../../../shared/lib/time'
import type { RowClocks } from '../times'
import styles from './row-time.module.css'

/** When it happened, on one clock or two, in columns that line up from row to row. */
export const RowTime = memo(function RowTime({ at, clocks: { first, second } }: { at: Millis; clocks: RowClocks }) {
  return (
    <span className={styles.times}>
      <time className={styles.first} dateTime={new Date(at).toISOString()}>
        {first.time(at)}
      </time>
      {second !== null && <span className={styles.second}>{second.short(at)}</span>}
    </span>
  )
})
