import { words } from '../../../shared/words/words'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import styles from './assign.module.css'

const text = words.assigning.keys

/** The keys of the line, in few words. */
export function DeskHints({ me, flows }: { readonly me: string | null; readonly flows: boolean }) {
  return (
    <p className={styles.hints}>
      <span>
        <Said text={text.take} parts={{ first: <Key>1</Key>, last: <Key>9</Key> }} />
      </span>
      {me !== null && (
        <span>
          <Said text={text.me} parts={{ key: <Key>0</Key> }} />
        </span>
      )}
      <span>
        <Said text={text.otherRole} parts={{ line: <Key>{text.otherRoleLine}</Key> }} />
      </span>
      <span>
        <Said text={text.deputy} parts={{ line: <Key>{text.deputyLine}</Key> }} />
      </span>
      <span>
        <Said text={text.nobody} parts={{ key: <Key>-</Key> }} />
      </span>
      {flows && (
        <span>
          <Said text={text.next} parts={{ key: <Key>↵</Key> }} />
        </span>
      )}
      <span>
        <Said text={text.done} parts={{ key: <Key>Esc</Key> }} />
      </span>
    </p>
  )
}
