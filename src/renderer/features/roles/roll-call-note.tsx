import { type RollCall, rollCallWords } from '../../../shared/domain/roll-call'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import styles from './crew.module.css'

/** The last roll call and its age: an old one says little about who is here now. */
export function RollCallNote({ rollCall, now }: { readonly rollCall: RollCall | null; readonly now: Millis }) {
  if (rollCall === null) return null
  return (
    <p className={styles.rollCall}>
      <span className={styles.result} dir="auto">
        {rollCallWords(rollCall.lines)}
      </span>
      <span>{roughSpan(now - rollCall.at)} ago</span>
    </p>
  )
}
