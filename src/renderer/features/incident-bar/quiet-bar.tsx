import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import styles from './quiet-bar.module.css'

/** The bar while no incident is open. */
export function QuietBar() {
  const { focus } = useCockpit()
  return (
    <div className={styles.quiet}>
      <h1 className={styles.title}>{words.bar.none}</h1>
      <Button tone="primary" onClick={() => focus.request('declare')}>
        <Said text={words.bar.declare} parts={{ key: <Key quiet>n</Key> }} />
      </Button>
    </div>
  )
}
