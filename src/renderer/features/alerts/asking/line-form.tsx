import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { texts } from '../../../../shared/texts/texts'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { type AskedPage, AskForm } from './ask-form'
import type { AskProps } from './ask-props'

interface LineAsk {
  readonly mayBeEmpty: boolean
  readonly act: (page: AskedPage, text: string) => VendorRequest
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
  const { values, set, forget, since } = useTypedFields(`page-${wanted}:${row.id}`, { text: '' })
  const { text } = values
  const { mayBeEmpty, act: actOf } = asks[wanted]
  const { label, submit, hint } = texts.pages.lines[wanted]
  const done = () => {
    forget()
    onDone()
  }
  return (
    <AskForm row={row} onDone={done} what={page => actOf(page, text)} submit={submit} hint={hint}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={MESSAGE_LIMIT}
        data-autofocus
        label={label}
        {...(!mayBeEmpty && { needed: texts.ui.empty })}
        value={text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
    </AskForm>
  )
}
