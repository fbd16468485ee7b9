import { useState } from 'react'
import type { AlertGroup } from '../../../../shared/domain/alerts/group'
import { type NoiseRuleId, newId } from '../../../../shared/domain/ids'
import { LINE_LIMIT } from '../../../../shared/events/fields'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../../stores/cockpit'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import styles from '../alerts-pane.module.css'
import { groupTitleText } from '../group-text'
import { type SuppressionSpan, spanChoices, suppressionSpans } from './suppression-draft'

const text = texts.noise

/** Suppresses a group: why and for how long. Who and when is known. */
export function SuppressGroupDialog({ opened, group, onClose }: DialogPart & { readonly group: AlertGroup | null }) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.hideGroup.title}>
      {group !== null && <SuppressGroupForm group={group} onDone={onClose} />}
    </Dialog>
  )
}

function SuppressGroupForm({ group, onDone }: { readonly group: AlertGroup; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('alerts')
  const { values, set, forget, since } = useTypedFields(`hide:${group.id}`, { reason: '' })
  const { reason } = values
  const [span, setSpan] = useState<SuppressionSpan>('hour')
  const [rule] = useState(() => newId<NoiseRuleId>())
  const hide = async () => {
    const length = suppressionSpans[span]
    const match = { group: group.id, service: null, title: null, labels: {} }
    const until = length === null ? null : now + length
    const reply = await commands.ask('alerts', 'alerts:hide', { rule, match, reason, until })
    if (!reply.ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={hide} submit={text.hideGroup.submit} hint={text.hideGroup.hint}>
      <p className={styles.taken}>{groupTitleText(group.title)}</p>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={LINE_LIMIT}
        data-autofocus
        label={text.reason}
        needed={text.noReason}
        value={reason}
        onChange={event => set({ reason: event.currentTarget.value })}
      />
      <Choice legend={text.span} value={span} onChange={setSpan} columns={3} options={spanChoices} />
      <FaultNote fault={fault} />
    </Form>
  )
}
