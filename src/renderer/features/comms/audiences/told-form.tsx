import { toldHow } from '../../../../shared/domain/audience-clocks'
import type { LedgerRow } from '../../../../shared/domain/audience-ledger'
import { LINE_LIMIT } from '../../../../shared/events/fields'
import { DAY } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useNow } from '../../../stores/cockpit'
import { engineNow } from '../../../stores/session-store'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { useClockFace } from '../../../ui/clock-face'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { lastShown } from '../../../ui/typed-clock'
import { nameOf } from './audience-words'
import { BackButton } from './put-off-form'

const text = texts.audiences.toldForm

interface ToldFormProps {
  readonly row: LedgerRow
  readonly onDone: () => void
}

/** [AU7] What an audience was told by phone, in person and the like, when, and when it hears again. */
export function ToldForm({ row, onDone }: ToldFormProps) {
  const { commands, session } = useCockpit()
  const clock = useClockFace()
  const now = useNow()
  const { audience } = row
  const form = useTypedFields(`told:${audience}`, { how: '', what: '', at: '', next: '' })
  const { values, set } = form
  const how = toldHow.find(one => one === values.how) ?? 'call'
  const at = values.at.trim() === '' ? null : lastShown(values.at, now, clock)
  // The next time within a day that the clock shows it.
  const promise = values.next.trim() === '' ? null : lastShown(values.next, now + DAY, clock)
  const save = async () => {
    if (at === undefined || promise === undefined) return
    const asked = { audience, how, what: values.what, at: at ?? engineNow(session), promise }
    if (!(await commands.send('comms', 'comms:told-by-hand', asked)).ok) return
    form.forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={text.save} more={<BackButton onBack={onDone} />}>
      <RestoredNote since={form.since} forget={form.forget} />
      <Choice
        legend={t(text.legend, { name: nameOf(row) })}
        columns={2}
        value={how}
        onChange={chosen => set({ how: chosen })}
        options={toldHow.map(value => ({ value, label: texts.audiences.hows[value] }))}
      />
      <TextField
        limit={LINE_LIMIT}
        label={text.what}
        needed={text.whatNeeded}
        data-autofocus
        dir="auto"
        value={values.what}
        onChange={event => set({ what: event.currentTarget.value })}
      />
      <TextField
        limit={null}
        label={text.at}
        placeholder={text.atNow}
        error={at === undefined && text.unreadable}
        value={values.at}
        onChange={event => set({ at: event.currentTarget.value })}
      />
      <TextField
        limit={null}
        label={text.next}
        placeholder={text.nextExample}
        error={promise === undefined && text.unreadable}
        value={values.next}
        onChange={event => set({ next: event.currentTarget.value })}
      />
    </Form>
  )
}
