import type { KeyboardEvent, ReactNode } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { useCockpit, useOwnFault } from '../../stores/cockpit'
import { useEditing } from '../../stores/use-editing'
import { type TypedFields, useTypedFields } from '../../stores/use-typed-fields'
import { ChangedMeanwhile, OthersHere } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import { Form, type FormProps } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { type Base, useBase } from '../../ui/use-base'

type EditedField = 'severity' | 'status' | 'impact'
type TypedName = 'reason' | 'impact'

/** One field of the incident while it is edited here: what it was, the text that is typed with it, the way out. */
export interface FieldEdit {
  readonly field: EditedField
  readonly incident: Incident
  readonly base: Base<string>
  readonly typedAs: TypedName
  readonly typed: TypedFields<Record<TypedName | 'answers', string>>
  /** Closes the form; what was typed in it is no longer offered. */
  readonly leave: () => void
}

/**
 * @param typedAs the name that half-typed text of this form is stored by
 * @param reason what it begins with where nothing is half typed
 */
export function useFieldEdit(
  incident: Incident,
  field: EditedField,
  typedAs: TypedName,
  onDone: () => void,
  reason = '',
): FieldEdit {
  const base = useBase<string>(incident[field])
  const typed = useTypedFields(field, { reason, impact: typedAs === 'impact' ? incident.impact : '', answers: '' })
  const leave = () => {
    typed.forget()
    onDone()
  }
  return { field, incident, base, typedAs, typed, leave }
}

interface EditFormProps {
  readonly edit: FieldEdit
  readonly submit: string
  readonly onSave: () => Promise<void> | void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  readonly sendKey?: NonNullable<FormProps['sendKey']>
  /** The field's texts; the text field takes the focus where nothing comes before it. */
  readonly text: {
    readonly label: string
    readonly description?: string
    readonly placeholder?: string
    /** What is said where it is empty and must not be. */
    readonly needed?: string
  }
  readonly limit?: number
  /** What a colleague's change is shown as. */
  readonly theirs: ReactNode
  /** The choice, where there is one. */
  readonly children?: ReactNode
}

/** The form that severity, status and impact share: a choice, one line of text, who else edits it, what came of it. */
export function EditForm({
  edit,
  submit,
  onSave,
  onKeyDown,
  sendKey = '↵',
  text,
  limit = LINE_LIMIT,
  ...rest
}: EditFormProps) {
  const { theirs, children } = rest
  const { field, incident, base, typed, typedAs, leave } = edit
  const others = useEditing(incident.id, field)
  return (
    <Form onSubmit={onSave} submit={submit} sendKey={sendKey} {...(onKeyDown !== undefined && { onKeyDown })}>
      {children}
      <RestoredNote since={typed.since} forget={typed.forget} />
      <TextField
        limit={limit}
        data-autofocus={children === undefined || undefined}
        {...text}
        value={typed.values[typedAs]}
        onChange={event => typed.set({ [typedAs]: event.currentTarget.value })}
      />
      <OthersHere names={others.map(({ who }) => who.name)} />
      <EditOutcome base={base} theirs={theirs} onTakeTheirs={leave} />
    </Form>
  )
}

interface EditOutcomeProps {
  readonly base: Pick<Base<unknown>, 'isStale' | 'rebase'>
  /** What the record says now. */
  readonly theirs: ReactNode
  readonly onTakeTheirs: () => void
}

/** [ED2] Below an edit of the incident: a colleague's change while there is one, else what went wrong. */
export function EditOutcome({ base, theirs, onTakeTheirs }: EditOutcomeProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  if (!base.isStale) return <FaultNote fault={fault} />
  const keepMine = () => {
    commands.dismiss('incident')
    base.rebase()
  }
  return <ChangedMeanwhile theirs={theirs} onTakeTheirs={onTakeTheirs} onKeepMine={keepMine} />
}
