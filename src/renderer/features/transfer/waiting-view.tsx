import type { Incident } from '../../../shared/domain/incident'
import type { Transfer } from '../../../shared/domain/transfer'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useOwnFault } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { PersonThere } from './local-time'
import { Questions } from './questions'
import styles from './transfer.module.css'
import { useSections } from './use-sections'

const text = texts.transfer.waiting

interface Props {
  readonly incident: Incident
  readonly transfer: Transfer
  readonly onDone: () => void
}

/** [TC1] [TC4] For everybody but the one who is named: what was read back so far, and the way to take it back. */
export function WaitingView({ incident, transfer, onDone }: Props) {
  const { commands, focus } = useCockpit()
  const fault = useOwnFault('roles')
  const now = useNow()
  const { values, set, forget } = useTypedFields(`transfer-reason:${transfer.id}`, { why: '' })
  const { from, to, preparedAt, note } = transfer
  const withdraw = async () => {
    const body = { transfer: transfer.id, as: 'withdrawn', reason: values.why.trim() } as const
    if ((await commands.send('roles', 'transfer:end', body)).ok) forget()
  }
  const leaveFor = (open: () => void) => {
    onDone()
    open()
  }
  const there = (person: typeof from) => <PersonThere person={person} timeZones={incident.timeZones} />
  return (
    <Form onSubmit={withdraw} submit={text.withdraw} sendKey="Ctrl ↵">
      <p className={textStyles.said} role="status">
        <Trans text={text.is} parts={{ from: there(from), to: there(to), span: spanText(now - preparedAt) }} />{' '}
        {t(text.stays, { from: from.name })}
      </p>
      {note !== '' && (
        <p className={styles.given} dir="auto">
          {note}
        </p>
      )}
      <Progress incident={incident} transfer={transfer} />
      <Questions incident={incident} transfer={transfer} />
      <ButtonRow>
        <Button data-autofocus onClick={() => leaveFor(() => focus.request('me'))}>
          <Trans text={text.me} parts={{ to: <bdi>{to.name}</bdi>, key: <Key quiet>{keyOf('me')}</Key> }} />
        </Button>
        <Button onClick={() => leaveFor(() => focus.offer({ command: 'export', to: to.name }))}>{text.file}</Button>
        <Button onClick={() => leaveFor(() => focus.request('strategy'))}>{text.board}</Button>
      </ButtonRow>
      <TextField
        limit={LINE_LIMIT}
        label={text.why}
        value={values.why}
        onChange={({ currentTarget }) => set({ why: currentTarget.value })}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
    </Form>
  )
}

/** [TC2] Which sections were read back, as they are ticked at the other screen. */
function Progress({ incident, transfer }: Pick<Props, 'incident' | 'transfer'>) {
  const clock = useClockFace()
  const { value, fault, again } = useSections(incident, transfer)
  if (value === undefined) return <FaultNote fault={fault} onAgain={again} />
  const { sections, changed } = value
  const read = sections.filter(({ section }) => transfer.read[section] !== undefined && !changed.includes(section))
  return (
    <section aria-label={tCount(text.read, read.length, { all: sections.length })}>
      <h3 className={styles.name}>{tCount(text.read, read.length, { all: sections.length })}</h3>
      <ul className={styles.progress}>
        {sections.map(({ section, title }) => {
          const known = transfer.read[section]
          const isChanged = changed.includes(section)
          const state = known === undefined ? 'open' : isChanged ? 'changed' : 'read'
          return (
            <li key={section} data-state={state}>
              <span aria-hidden="true">{state === 'read' ? '✓' : state === 'changed' ? '!' : '·'}</span> {title},{' '}
              {known === undefined
                ? text.notRead
                : isChanged
                  ? text.changed
                  : t(text.readBy, { time: clock.short(known.at) })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
