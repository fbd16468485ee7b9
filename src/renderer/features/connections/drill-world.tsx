import { words } from '../../../shared/words/words'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Said } from '../../ui/said'
import styles from './connections.module.css'

const text = words.drill

export function DrillWorld({ title, onDone }: { title: string; onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('connections')
  const leave = async () => {
    const reply = await commands.ask('connections', 'world:leave-drill', {})
    if (reply.ok) onDone()
  }
  return (
    <div className={styles.drill}>
      <p>
        <Said text={text.isOne} parts={{ title: <strong>{title}</strong> }} />
      </p>
      <p className={styles.quiet}>{text.recordStays}</p>
      <Button tone="primary" data-autofocus onClick={leave}>
        {text.leave}
      </Button>
      <FaultNote fault={fault} />
    </div>
  )
}
