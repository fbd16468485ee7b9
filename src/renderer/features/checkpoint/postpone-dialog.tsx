import { useState } from 'react'
import { type Checkpoint, pausedUntil } from '../../../shared/domain/checkpoint'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'

const text = texts.checkpoint.postponing

type Waiting = Extract<Checkpoint, { readonly state: 'waiting' }>

export interface PostponeDialogProps extends DialogPart {
  readonly checkpoint: Waiting
}

/** [CP12] Postpones the checkpoint, always with a reason: later readers must know why it was not held. */
export function PostponeDialog({ opened, onClose, checkpoint }: PostponeDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={480}>
      <PostponeForm checkpoint={checkpoint} onDone={onClose} />
    </Dialog>
  )
}

const ways = ['resume', 'snooze-5', 'snooze-10', 'snooze-15', 'pause-30', 'pause-60', 'pause-120'] as const
type Way = (typeof ways)[number]

function PostponeForm({ checkpoint, onDone }: { readonly checkpoint: Waiting; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('checkpoint')
  const now = useNow()
  const isPaused = pausedUntil(checkpoint, now) !== null
  // Postpones the checkpoint that was shown when the dialog opened.
  const [{ id, dueAt: was }] = useState(checkpoint)
  const offered = ways.filter(one => isPaused || one !== 'resume')
  const { values, set, forget, since } = useTypedFields(`postpone:${id}`, { reason: '', way: '' })
  const way = offered.find(one => one === values.way) ?? (isPaused ? 'resume' : 'snooze-10')
  const send = async () => {
    const [how, minutes] = way.split('-')
    const reply =
      how === 'resume'
        ? await commands.send('checkpoint', 'checkpoint:resume', { checkpoint: id })
        : await commands.send('checkpoint', 'checkpoint:postpone', {
            ...{ checkpoint: id, was, pause: how === 'pause', minutes: Number(minutes), reason: values.reason },
          })
    if (!reply.ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={way === 'resume' ? text.resume : text.send}>
      <RestoredNote since={since} forget={forget} />
      <Choice
        legend={text.how}
        autoFocus
        columns={2}
        value={way}
        onChange={chosen => set({ way: chosen })}
        options={offered.map(optionOf)}
      />
      {way !== 'resume' && (
        <TextField
          limit={LINE_LIMIT}
          label={text.reason}
          needed={text.reasonNeeded}
          value={values.reason}
          onChange={event => set({ reason: event.currentTarget.value })}
        />
      )}
      <FaultNote fault={fault} />
    </Form>
  )
}

function optionOf(value: Way) {
  const [how, minutes = ''] = value.split('-')
  if (how === 'resume') return { value, label: text.resume }
  return { value, label: t(how === 'pause' ? text.pause : text.snooze, { minutes }) }
}
