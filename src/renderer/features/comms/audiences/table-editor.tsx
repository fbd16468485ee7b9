import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../../shared/contract/faults'
import type { AudienceMatrix, AudienceRow } from '../../../../shared/domain/audience-matrix'
import type { Incident } from '../../../../shared/domain/incident'
import { severities } from '../../../../shared/domain/severity'
import { NAME_LIMIT } from '../../../../shared/events/fields'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useSession } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { ButtonRow } from '../../../ui/button-row'
import { ChangedMeanwhile } from '../../../ui/colleagues'
import { FaultNote } from '../../../ui/fault-note'
import { focusRowByArrows } from '../../../ui/focus-row-by-arrows'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextField } from '../../../ui/text-fields'
import styles from './ledger.module.css'
import { BackButton } from './put-off-form'
import { fieldsOf, type RowFields, readPace, readRow, rowText, withNewRow, withoutRow, withRow } from './table-row'

const text = texts.audiences.table

interface TableEditorProps {
  readonly incident: Incident
  readonly onBack: () => void
}

/** [AU12] The table of audiences that new incidents are declared with, a row at a time. */
export function TableEditor({ incident, onBack }: TableEditorProps) {
  const table = useTable()
  const { matrix, own, fault, change } = table
  const isDrill = useSession(session => session.world.kind === 'drill')
  const [chosen, setChosen] = useState('')
  const here = useRef<HTMLDivElement>(null)
  const isThere = matrix !== undefined
  useEffect(() => {
    if (isThere) here.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }, [isThere])
  if (matrix === undefined) return <FaultNote fault={fault} />
  const row = matrix.audiences.find(({ id }) => id === chosen) ?? matrix.audiences[0]
  const add = async () => {
    const next = await change(now => withNewRow(now, freeName(now)))
    setChosen(next?.audiences.at(-1)?.id ?? '')
  }
  return (
    <div ref={here} className={styles.sides}>
      <div className={styles.side}>
        <p className={textStyles.soft}>{isDrill ? texts.faults['drill-settings'] : text.about}</p>
        <ul className={styles.rows} aria-label={text.list} onKeyDown={focusRowByArrows}>
          {matrix.audiences.map(one => (
            <li key={one.id}>
              <button
                type="button"
                className={styles.row}
                aria-current={one.id === row?.id}
                onFocus={() => setChosen(one.id)}
                onClick={() => setChosen(one.id)}
              >
                <bdi className={styles.name}>{one.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        <ButtonRow className={styles.acts}>
          {!isDrill && <Button onClick={() => void add()}>{text.add}</Button>}
          {!isDrill && JSON.stringify(matrix) !== JSON.stringify(own) && (
            <Button onClick={() => void change(() => null)}>{text.asMethod}</Button>
          )}
          <UseHere incident={incident} matrix={matrix} />
        </ButtonRow>
      </div>
      <section className={styles.details} aria-label={row?.name}>
        {row !== undefined && (
          // A drill has the live engine's table: it is shown, and changed where it is lived by.
          <fieldset className={styles.fixed} disabled={isDrill}>
            <RowForm key={`${row.id} ${JSON.stringify(row)}`} {...{ ...table, matrix, row, onBack }} />
          </fieldset>
        )}
        {isDrill && <BackButton onBack={onBack} />}
      </section>
    </div>
  )
}

/** The names are told apart, because messages call audiences by them. */
function freeName({ audiences }: AudienceMatrix): string {
  const known = new Set(audiences.map(({ name }) => name))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? text.added : `${text.added} ${number}`
    if (!known.has(name)) return name
  }
}

/** @param was what it is made to; absent: the table as it is at this moment */
type Change = (
  to: (was: AudienceMatrix) => AudienceMatrix | null,
  was?: AudienceMatrix,
) => Promise<AudienceMatrix | undefined>

function useTable() {
  const { link } = useCockpit()
  const { value, fault: unread } = useRead('settings:read', {})
  const [changed, setChanged] = useState<AudienceMatrix>()
  const [fault, setFault] = useState<Fault>()
  /** [SE8] What someone else made of it meanwhile; undefined: the last change met nobody's. */
  const [theirs, setTheirs] = useState<AudienceMatrix>()
  // What a colleague changed in another row meanwhile stays: the engine changes only what differs from `was`.
  const change: Change = async (to, was) => {
    const read = was === undefined ? await link.call('settings:read', {}) : undefined
    const base = was ?? (read?.ok === true ? read.value.audiences : undefined)
    const reply =
      base === undefined ? read : await link.call('settings:change', { audiences: to(base), was: { audiences: base } })
    if (reply === undefined) return undefined
    const now = !reply.ok && reply.fault.kind === 'conflict' ? await link.call('settings:read', {}) : undefined
    setTheirs(now?.ok === true ? now.value.audiences : undefined)
    setFault(reply.ok ? undefined : reply.fault)
    if (!reply.ok) return undefined
    setChanged(reply.value.audiences)
    return reply.value.audiences
  }
  const takeTheirs = () => {
    setChanged(theirs)
    setTheirs(undefined)
    setFault(undefined)
  }
  const matrix = changed ?? value?.audiences
  return { matrix, own: value?.methodAudiences, fault: fault ?? unread, change, theirs, takeTheirs }
}

interface RowFormProps extends Pick<ReturnType<typeof useTable>, 'fault' | 'change' | 'theirs' | 'takeTheirs'> {
  readonly matrix: AudienceMatrix
  readonly row: AudienceRow
  readonly onBack: () => void
}

function RowForm({ matrix, row, fault, change, theirs, takeTheirs, onBack }: RowFormProps) {
  const start = { ...fieldsOf(row), was: '' }
  const { values, set: type, forget, since } = useTypedFields(`audience-row:${row.id}`, start, 'cockpit')
  const { was, ...fields } = values
  // The row that it was typed on is kept with it: a colleague may have changed it before the form is opened again.
  const set = (part: Partial<RowFields>) => type({ ...part, was: was || JSON.stringify(row) })
  const isCustomers = row.as === 'customers'
  const save = async (ground = withRow(matrix, began(was) ?? row)) => {
    const next = readRow(row, fields)
    if (next !== undefined && (await change(() => withRow(ground, next), ground)) !== undefined) forget()
  }
  const remove = (ground = matrix) => void change(() => withoutRow(ground, row.id), ground)
  // What “mine” is: the last that was asked for.
  const [isRemoval, setRemoval] = useState(false)
  const ask = (removal: boolean) => {
    setRemoval(removal)
    return removal ? remove() : save()
  }
  const keepMine = () => void (isRemoval ? remove(theirs) : save(theirs))
  const other = theirs?.audiences.find(({ id }) => id === row.id)
  const isTheirs = theirs !== undefined && JSON.stringify(other) !== JSON.stringify(began(was) ?? row)
  const drop = () => {
    forget()
    takeTheirs()
  }
  return (
    <Form
      onSubmit={() => ask(false)}
      submit={text.save}
      more={
        <>
          {!isCustomers && <Button onClick={() => void ask(true)}>{text.remove}</Button>}
          <BackButton onBack={onBack} />
        </>
      }
    >
      <RestoredNote since={since} forget={forget} />
      <RowFieldsPart {...{ fields, set, isCustomers }} />
      {isTheirs ? (
        <ChangedMeanwhile
          theirs={other === undefined ? texts.colleagues.nothing : rowText(other)}
          onTakeTheirs={drop}
          onKeepMine={keepMine}
        />
      ) : (
        <FaultNote fault={fault} />
      )}
    </Form>
  )
}

/** The row as a stored text has it. */
function began(was: string): AudienceRow | undefined {
  return was === '' ? undefined : (JSON.parse(was) as AudienceRow)
}

function RowFieldsPart({ fields, set, isCustomers }: Pick<FieldProps, 'fields' | 'set'> & { isCustomers: boolean }) {
  return (
    <>
      <Field {...{ fields, set }} of="name" label={text.name} needed={text.nameNeeded} limit={NAME_LIMIT} />
      <Field {...{ fields, set }} of="needs" label={text.needs} needed={text.needsNeeded} limit={200} />
      <Field {...{ fields, set }} of="channels" label={text.channels} example={text.channelsExample} limit={null} />
      {isCustomers ? (
        <p className={textStyles.soft}>{text.customersPace}</p>
      ) : (
        <div className={styles.paces}>
          {severities.map(severity => (
            <Field
              key={severity}
              {...{ fields, set }}
              of={severity}
              label={t(text.pace, { severity })}
              example={text.paceExample}
              error={readPace(fields[severity]) === undefined && text.paceWrong}
              limit={null}
            />
          ))}
        </div>
      )}
    </>
  )
}

interface FieldProps {
  readonly of: keyof RowFields
  readonly fields: RowFields
  readonly set: (part: Partial<RowFields>) => void
  readonly label: string
  readonly limit: number | null
  readonly needed?: string
  readonly example?: string
  readonly error?: string | false
}

function Field({ of, fields, set, label, limit, needed, example, error }: FieldProps) {
  return (
    <TextField
      limit={limit}
      label={label}
      dir="auto"
      {...(needed !== undefined && { needed })}
      {...(example !== undefined && { placeholder: example })}
      error={error}
      data-autofocus={of === 'name' || undefined}
      value={fields[of]}
      onChange={event => set({ [of]: event.currentTarget.value })}
    />
  )
}

/** [MA3] Changes the open incident over to the method as it is now, with this table. */
function UseHere({ incident, matrix }: { readonly incident: Incident; readonly matrix: AudienceMatrix }) {
  const { link } = useCockpit()
  const [fault, setFault] = useState<Fault>()
  const { id, status, method } = incident
  if (status === 'resolved') return null
  if (JSON.stringify(method?.rules.audiences) === JSON.stringify(matrix))
    return <span className={textStyles.soft}>{text.usedHere}</span>
  const use = async () => {
    const view = await link.call('method:read', {})
    const reply = view.ok
      ? await link.call('incident:adopt-method', { incident: id, version: view.value.adoptable.version })
      : view
    setFault(reply.ok ? undefined : reply.fault)
  }
  return (
    <>
      <Button onClick={() => void use()}>{text.useHere}</Button>
      <FaultNote fault={fault} />
    </>
  )
}
