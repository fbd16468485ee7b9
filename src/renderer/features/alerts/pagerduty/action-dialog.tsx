import { useState } from 'react'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { MINUTE } from '../../../../shared/lib/time'
import { unreachable } from '../../../../shared/lib/unreachable'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useNow } from '../../../stores/cockpit'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { useClockFace } from '../../../ui/clock-face'
import { Dialog } from '../../../ui/dialog'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { ActionForm, type ActionFormProps, type ActionTarget, CallForm, ReassignForm } from './people-forms'
import type { PendingAction } from './use-action-keys'

/** Asks for what a PagerDuty action still needs: the resolution, the level, the person, the text. */
export function ActionDialog({ opened, asking, onClose }: DialogPart & { readonly asking: PendingAction | null }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={asking === null ? '' : texts.pages.titles[asking.ask]}>
      {asking !== null && <Asked asking={asking} onDone={onClose} />}
    </Dialog>
  )
}

function Asked({ asking: { ask, row }, onDone }: { readonly asking: PendingAction; readonly onDone: () => void }) {
  switch (ask) {
    case 'resolve':
    case 'note':
    case 'status-update':
      return <LineForm ask={ask} row={row} onDone={onDone} />
    case 'snooze':
      return <SnoozeForm row={row} onDone={onDone} />
    case 'escalate':
      return <EscalateForm row={row} onDone={onDone} />
    case 'reassign':
      return <ReassignForm row={row} onDone={onDone} />
    case 'call':
      return <CallForm row={row} onDone={onDone} />
    default:
      return unreachable(ask)
  }
}

const escalation = texts.pages.escalate
const levels = ['1', '2', '3', '4', '5'] as const
type Level = (typeof levels)[number]

/** Which level of the policy to escalate to; Enter sends it. */
function EscalateForm({ row, onDone }: ActionFormProps) {
  const [level, setLevel] = useState<Level>('2')
  return (
    <ActionForm
      {...{ row, onDone }}
      what={page => ({ kind: 'page-escalate', ...page, level: Number(level) })}
      submit={t(escalation.submit, { level })}
      hint={escalation.hint}
    >
      <Choice
        legend={escalation.level}
        autoFocus
        value={level}
        onChange={setLevel}
        columns={5}
        options={levels.map(value => ({ value, label: value }))}
      />
    </ActionForm>
  )
}

interface LineAsk {
  readonly mayBeEmpty: boolean
  readonly act: (page: ActionTarget, text: string) => VendorRequest
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

/** One line for the PagerDuty incident: what resolved it, a note, a status update. */
function LineForm({ ask: wanted, row, onDone }: ActionFormProps & { readonly ask: keyof typeof asks }) {
  const { values, set, forget, since } = useTypedFields(`page-${wanted}:${row.id}`, { text: '' })
  const { text } = values
  const { mayBeEmpty, act: actOf } = asks[wanted]
  const { label, submit, hint } = texts.pages.lines[wanted]
  const done = () => {
    forget()
    onDone()
  }
  return (
    <ActionForm row={row} onDone={done} what={page => actOf(page, text)} submit={submit} hint={hint}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={MESSAGE_LIMIT}
        data-autofocus
        label={label}
        {...(!mayBeEmpty && { needed: texts.ui.empty })}
        value={text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
    </ActionForm>
  )
}

const text = texts.pages.snooze
/** Minutes; PagerDuty allows up to a week, which is no use in an incident. */
const spans = ['15', '60', '240', '480', '1440'] as const
type Span = (typeof spans)[number]

/** For how long; Enter sends it. */
function SnoozeForm({ row, onDone }: ActionFormProps) {
  const clock = useClockFace()
  const now = useNow()
  const [span, setSpan] = useState<Span>('60')
  const until = now + Number(span) * MINUTE
  return (
    <ActionForm
      {...{ row, onDone }}
      what={page => ({ kind: 'page-snooze', ...page, until })}
      submit={t(text.submit, { time: clock.short(until) })}
      hint={text.hint}
    >
      <Choice
        legend={text.span}
        autoFocus
        value={span}
        onChange={setSpan}
        columns={3}
        options={spans.map(value => ({ value, label: text.spans[value] }))}
      />
    </ActionForm>
  )
}
