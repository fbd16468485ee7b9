import type { Mode } from '../../../shared/contract/mode'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './connections.module.css'
import { ConnectionsPage } from './connections-page'

const text = texts.drill

/** The connections of this cockpit: which vendors it reads and writes. In a drill they belong to another cockpit. */
export function ConnectionsDialog({ opened, onClose }: DialogPart) {
  const world = useSession(session => session.world)
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.connections.title} width={920}>
      {world.kind === 'drill' ? <DrillWorld drill={world} onDone={onClose} /> : <ConnectionsPage onDone={onClose} />}
    </Dialog>
  )
}

interface DrillWorldProps {
  readonly drill: Extract<Mode, { readonly kind: 'drill' }>
  readonly onDone: () => void
}

function DrillWorld({ drill, onDone }: DrillWorldProps) {
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
      <p className={textStyles.quiet}>{text.recordStays}</p>
      <ButtonRow>
        <Button tone="primary" data-autofocus onClick={leave}>
          {text.leave}
        </Button>
        <Button onClick={startOver}>{text.startOver}</Button>
      </ButtonRow>
      <FaultNote fault={fault} />
    </div>
  )
}
