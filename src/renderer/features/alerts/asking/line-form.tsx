import { useState } from 'react'
import type { OutwardAct } from '../../../../shared/domain/act'
import { type ActId, newId } from '../../../../shared/domain/ids'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { words } from '../../../../shared/words/words'
import { useFault } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import styles from '../alerts-pane.module.css'
import { pageOf } from '../page-acts'
import type { AskProps } from './ask-props'

type Page = NonNullable<ReturnType<typeof pageOf>>

interface LineAsk {
  readonly mayBeEmpty: boolean
  readonly act: (page: Page, text: string) => OutwardAct
}

const asks = {
  resolve: {
    mayBeEmpty: true,
    act: (page, resolution) => ({ kind: 'page-resolve', ...page, resolution }),
  },
  note: {
    mayBeEmpty: false,
    act: (page, text) => ({ kind: 'page-note', ...page, text }),
  },
  'status-update': {
    mayBeEmpty: false,
    act: (page, message) => ({ kind: 'page-status-update', ...page, message }),
  },
} as const satisfies Record<string, LineAsk>

/** One line for the page: what resolved it, a note, a status update. */
export function LineForm({ ask: wanted, row, onDone }: AskProps & { readonly ask: keyof typeof asks }) {
  const { ask } = useActs('alerts')
  const { values, set, forget, since } = useTypedFields(`page-${wanted}:${row.id}`, { text: '' })
  const { text } = values
  const [act] = useState(() => newId<ActId>())
  const fault = useFault('alerts')
  const { mayBeEmpty, act: actOf } = asks[wanted]
  const { label, submit, hint } = words.pages.lines[wanted]
  const send = async () => {
    const page = pageOf(row)
    if (page === undefined || (!mayBeEmpty && text.trim() === '')) return
    if (!(await ask(actOf(page, text), act))) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={submit} hint={hint}>
      <p className={styles.taken}>{row.title}</p>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={MESSAGE_LIMIT}
        data-autofocus
        label={label}
        value={text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
