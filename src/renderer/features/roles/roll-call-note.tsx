import type { RollCall } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { saySpan } from '../../ui/say-span'
import styles from './crew.module.css'
import { sayRollCall } from './say-roll-call'

/** The last roll call and its age: an old one says little about who is here now. */
export function RollCallNote({ rollCall, now }: { readonly rollCall: RollCall | null; readonly now: Millis }) {
  if (rollCall === null) return null
  return (
    <p className={styles.rollCall}>
      <span className={styles.result} dir="auto">
        {sayRollCall(rollCall.lines)}
      </span>
      <span>{say(words.rollCall.ago, { span: saySpan(now - rollCall.at) })}</span>
    </p>
  )
}
