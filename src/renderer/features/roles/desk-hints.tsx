import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './assign.module.css'

const text = texts.assigning.keys

/** The keys of the line, in few words. */
export function DeskHints({ me, flows }: { readonly me: string | null; readonly flows: boolean }) {
  return (
    <p className={styles.hints}>
      <span>
        <Trans text={text.take} parts={{ first: <Key>1</Key>, last: <Key>9</Key> }} />
      </span>
      {me !== null && (
        <span>
          <Trans text={text.me} parts={{ key: <Key>0</Key> }} />
        </span>
      )}
      <span>
        <Trans text={text.otherRole} parts={{ line: <Key>{text.otherRoleLine}</Key> }} />
      </span>
      <span>
        <Trans text={text.deputy} parts={{ line: <Key>{text.deputyLine}</Key> }} />
      </span>
      <span>
        <Trans text={text.nobody} parts={{ key: <Key>-</Key> }} />
      </span>
      {flows && (
        <span>
          <Trans text={text.next} parts={{ key: <Key>↵</Key> }} />
        </span>
      )}
      <span>
        <Trans text={text.done} parts={{ key: <Key>Esc</Key> }} />
      </span>
    </p>
  )
}
