import { Key } from '../../ui/key'
import styles from './assign.module.css'

/** The keys of the line, in few words. */
export function DeskHints({ me, flows }: { readonly me: string | null; readonly flows: boolean }) {
  return (
    <p className={styles.hints}>
      <span>
        <Key>1</Key>–<Key>9</Key> take
      </span>
      {me !== null && (
        <span>
          <Key>0</Key> you
        </span>
      )}
      <span>
        <Key>tl jo</Key> another role
      </span>
      <span>
        <Key>ic+ jo</Key> a deputy
      </span>
      <span>
        <Key>-</Key> nobody
      </span>
      {flows && (
        <span>
          <Key>↵</Key> next gap
        </span>
      )}
      <span>
        <Key>Esc</Key> done
      </span>
    </p>
  )
}
