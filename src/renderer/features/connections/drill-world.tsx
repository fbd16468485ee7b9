import type { Mode } from '../../../shared/contract/mode'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Trans } from '../../ui/trans'
import styles from './connections.module.css'

const text = texts.drill

export interface DrillWorldProps {
  readonly drill: Extract<Mode, { readonly kind: 'drill' }>
  readonly onDone: () => void
}

export function DrillWorld({ drill, onDone }: DrillWorldProps) {
  const { commands } = useCockpit()
  const fault = useFault('connections')
  const leave = async () => {
    const reply = await commands.ask('connections', 'world:leave-drill', {})
    if (reply.ok) onDone()
  }
  const startOver = async () => {
    const { name, speed } = drill
    const reply = await commands.ask('connections', 'world:enter-drill', { drill: name, speed, anew: true })
    if (reply.ok) onDone()
  }
  return (
    <div className={styles.drill}>
      <p>
        <Trans text={text.isOne} parts={{ title: <strong>{drill.title}</strong> }} />
      </p>
      <p className={styles.quiet}>{text.recordStays}</p>
      <div className={styles.ways}>
        <Button tone="primary" data-autofocus onClick={leave}>
          {text.leave}
        </Button>
        <Button onClick={startOver}>{text.startOver}</Button>
      </div>
      <FaultNote fault={fault} />
    </div>
  )
}
