import { useState } from 'react'
import type { LedgerRow } from '../../../../shared/domain/audience-ledger'
import { LINE_LIMIT } from '../../../../shared/events/fields'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit } from '../../../stores/cockpit'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { Choice } from '../../../ui/choice'
import { Form } from '../../../ui/form'
import { Key } from '../../../ui/key'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { nameOf } from './audience-words'

const text = texts.audiences.putOffForm

const spans = ['15', '30', '60', '120', 'none'] as const
type Span = (typeof spans)[number]

interface PutOffFormProps {
  readonly row: LedgerRow
  readonly start: 'snooze' | 'not-needed'
  readonly onDone: () => void
}

/** [AU6] Always with a reason: later readers must know why an audience did not hear. */
export function PutOffForm({ row, start, onDone }: PutOffFormProps) {
  const { commands } = useCockpit()
  const { audience } = row
  // What held when the form was opened: a colleague's decision meanwhile is not overwritten.
  const [was] = useState(row.putOff?.event ?? null)
  const { values, set, forget, since } = useTypedFields(`put-off:${audience}`, { reason: '', span: '' })
  const span = spans.find(one => one === values.span) ?? (start === 'snooze' ? '30' : 'none')
  const send = async () => {
    const minutes = span === 'none' ? null : Number(span)
    const asked = { audience, minutes, reason: values.reason, was }
    if (!(await commands.send('comms', 'comms:put-off', asked)).ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={span === 'none' ? text.drop : text.snooze} more={<BackButton onBack={onDone} />}>
      <RestoredNote since={since} forget={forget} />
      <Choice
        legend={t(text.legend, { name: nameOf(row) })}
        columns={2}
        value={span}
        onChange={chosen => set({ span: chosen })}
        options={spans.map(value => ({ value, label: labelOf(value) }))}
      />
      <TextField
        limit={LINE_LIMIT}
        label={text.reason}
        needed={text.reasonNeeded}
        data-autofocus
        dir="auto"
        value={values.reason}
        onChange={event => set({ reason: event.currentTarget.value })}
      />
    </Form>
  )
}

function labelOf(span: Span): string {
  if (span === 'none') return text.none
  const minutes = Number(span)
  return minutes < 60 ? t(text.minutes, { count: minutes }) : t(text.hours, { count: minutes / 60 })
}

/** Back to the list with nothing sent; what was typed is offered again. */
export function BackButton({ onBack }: { readonly onBack: () => void }) {
  return (
    <Button onClick={onBack}>
      {texts.audiences.back} <Key quiet>Esc</Key>
    </Button>
  )
}
