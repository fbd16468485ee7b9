import { useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import styles from './connections.module.css'

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
        This is the drill <strong>{title}</strong>. It talks to stand-ins on this machine only, and keeps its record
        apart. Connections belong to the real cockpit.
      </p>
      <p className={styles.quiet}>The drill’s record stays where it is; you can come back to it.</p>
      <Button tone="primary" data-autofocus onClick={leave}>
        Leave the drill
      </Button>
      <FaultNote fault={fault} />
    </div>
  )
}
