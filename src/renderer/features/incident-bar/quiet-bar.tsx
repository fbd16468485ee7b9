import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import styles from './quiet-bar.module.css'

/** The bar while no incident is open. */
export function QuietBar() {
  const { focus } = useCockpit()
  return (
    <div className={styles.quiet}>
      <h1 className={styles.title}>No incident open</h1>
      <Button tone="primary" onClick={() => focus.request('declare')}>
        Declare an incident <Key quiet>n</Key>
      </Button>
    </div>
  )
}
