import type { Incident } from '../../../shared/domain/incident'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { TextField } from '../../ui/text-fields'

const text = texts.reopen

/** [GT9] Its key and Enter: the clocks run again, and the reason is optional. */
export function ReopenDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : incident.status === 'resolved' ? (
        <Reopen incident={incident} onDone={onClose} />
      ) : (
        <EmptyState title={text.notResolved} />
      )}
    </Dialog>
  )
}

function Reopen({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  const { values, set, forget } = useTypedFields('reopen', { why: '' })
  const reopen = async () => {
    const change = { to: 'investigating', reason: values.why, was: incident.status } as const
    if (!(await commands.send('incident', 'incident:change-status', change)).ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={reopen} submit={text.reopen} hint={t(text.about, { status: texts.status.names.investigating })}>
      <TextField
        data-autofocus
        limit={LINE_LIMIT}
        label={text.why}
        value={values.why}
        onChange={event => set({ why: event.currentTarget.value })}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
    </Form>
  )
}
