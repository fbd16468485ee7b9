import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../../shared/contract/faults'
import type { AudienceMatrix, AudienceRow } from '../../../../shared/domain/audience-matrix'
import type { Incident } from '../../../../shared/domain/incident'
import { severities } from '../../../../shared/domain/severity'
import { NAME_LIMIT } from '../../../../shared/events/fields'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { ButtonRow } from '../../../ui/button-row'
import { FaultNote } from '../../../ui/fault-note'
import { focusRowByArrows } from '../../../ui/focus-row-by-arrows'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextField } from '../../../ui/text-fields'
import styles from './ledger.module.css'
import { BackButton } from './put-off-form'
import { fieldsOf, type RowFields, readPace, readRow, withNewRow, withoutRow, withRow } from './table-row'

const text = texts.audiences.table

interface TableEditorProps {
  readonly incident: Incident
  readonly onBack: () => void
}

/** [AU12] The table of audiences that new incidents are declared with, a row at a time. */
export function TableEditor({ incident, onBack }: TableEditorProps) {
  const { matrix, own, fault, change } = useTable()
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
        <p className={textStyles.soft}>{text.about}</p>
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
          <Button onClick={() => void add()}>{text.add}</Button>
          {JSON.stringify(matrix) !== JSON.stringify(own) && (
            <Button onClick={() => void change(() => null)}>{text.asMethod}</Button>
          )}
          <UseHere incident={incident} matrix={matrix} />
        </ButtonRow>
      </div>
      <section className={styles.details} aria-label={row?.name}>
        {row !== undefined && <RowForm key={`${row.id} ${JSON.stringify(row)}`} {...{ row, fault, change, onBack }} />}
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

type Change = (to: (now: AudienceMatrix) => AudienceMatrix | null) => Promise<AudienceMatrix | undefined>

function useTable() {
  const { link } = useCockpit()
  const { value, fault: unread } = useRead('settings:read', {})
  const [changed, setChanged] = useState<AudienceMatrix>()
  const [fault, setFault] = useState<Fault>()
  // What a colleague changed in another row meanwhile stays: the change is made to the table as it is now.
  const change: Change = async to => {
    const now = await link.call('settings:read', {})
    const reply = now.ok ? await link.call('settings:change', { audiences: to(now.value.audiences) }) : now
    setFault(reply.ok ? undefined : reply.fault)
    if (!reply.ok) return undefined
    setChanged(reply.value.audiences)
    return reply.value.audiences
  }
  return { matrix: changed ?? value?.audiences, own: value?.methodAudiences, fault: fault ?? unread, change }
}

interface RowFormProps {
  readonly row: AudienceRow
  readonly fault: Fault | undefined
  readonly change: Change
  readonly onBack: () => void
}

function RowForm({ row, fault, change, onBack }: RowFormProps) {
  const { values: fields, set, forget, since } = useTypedFields(`audience-row:${row.id}`, fieldsOf(row), 'cockpit')
  const isCustomers = row.as === 'customers'
  const save = async () => {
    const next = readRow(row, fields)
    if (next !== undefined && (await change(now => withRow(now, next))) !== undefined) forget()
  }
  const remove = () => void change(now => withoutRow(now, row.id))
  return (
    <Form
      onSubmit={save}
      submit={text.save}
      more={
        <>
          {!isCustomers && <Button onClick={remove}>{text.remove}</Button>}
          <BackButton onBack={onBack} />
        </>
      }
    >
      <RestoredNote since={since} forget={forget} />
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
      <FaultNote fault={fault} />
    </Form>
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
