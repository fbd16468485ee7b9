import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import styles from './connections.module.css'

const DRILL = 'payments-outage'

/** The way back to practice. */
export function EnterDrill({ onDone }: { onDone: () => void }) {
  const { commands } = useCockpit()
  const enter = async () => {
    const reply = await commands.ask('connections', 'world:enter-drill', { drill: DRILL, speed: 1 })
    if (reply.ok) onDone()
  }
  return (
    <div className={styles.practice}>
      <span className={styles.quiet}>{texts.drill.practice}</span>
      <Button onClick={enter}>{texts.drill.run}</Button>
    </div>
  )
}
