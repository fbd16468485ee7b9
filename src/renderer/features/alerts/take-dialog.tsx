import { useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import { type IncidentId, newId } from '../../../shared/domain/ids'
import { type Severity, severities } from '../../../shared/domain/severity'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './alerts-pane.module.css'

const text = words.alerts.taking

/** Declares an incident from a page. */
export function TakeDialog({ opened, row, onClose }: DialogPart & { readonly row: AlertRow | null }) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title}>
      {row !== null && <TakeForm row={row} onDone={onClose} />}
    </Dialog>
  )
}

function TakeForm({ row, onDone }: { readonly row: AlertRow; readonly onDone: () => void }) {
  const { commands, selection } = useCockpit()
  const fault = useFault('alerts')
  const [severity, setSeverity] = useState<Severity>(row.severity ?? (row.urgency === 'critical' ? 'SEV-1' : 'SEV-2'))
  // One id for all tries from this form: a second Enter, or one after a lost line, declares nothing twice.
  const [incident] = useState(() => newId<IncidentId>())
  const take = async () => {
    const reply = await commands.ask('alerts', 'incident:take', { incident, alert: row.id, severity })
    if (!reply.ok) return
    selection.setState({ open: incident })
    onDone()
  }
  return (
    <Form onSubmit={take} submit={say(text.submit, { severity })}>
      <p className={styles.taken}>{row.title}</p>
      <Choice
        legend={text.severity}
        autoFocus
        value={severity}
        onChange={setSeverity}
        options={severities.map(value => ({
          value,
          label: <SeverityBadge severity={value} />,
          meaning: words.severity.meanings[value],
        }))}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
