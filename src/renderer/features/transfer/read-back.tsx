import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { TransferSection } from '../../../shared/contract/transfer'
import type { Incident } from '../../../shared/domain/incident'
import { termOf } from '../../../shared/domain/owner'
import type { Transfer } from '../../../shared/domain/transfer'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useSession } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { ownZone, PersonThere } from './local-time'
import { AskGiver } from './questions'
import styles from './transfer.module.css'
import { useSections } from './use-sections'

const text = texts.transfer.readBack

interface Props {
  readonly incident: Incident
  readonly transfer: Transfer
}

/** [TC2] [TC3] For the one who is named: read section by section, ask, accept. */
export function ReadBack({ incident, transfer }: Props) {
  const { commands } = useCockpit()
  const fault = useOwnFault('roles')
  const { value, fault: unread, again } = useSections(incident, transfer)
  const { values, set, forget } = useTypedFields(`transfer-reason:${transfer.id}`, { why: '' })
  const takesSending = useSession(session =>
    session.elsewhere.some(one => one.incident === incident.id && one.who === null),
  )
  const from = <PersonThere person={transfer.from} timeZones={incident.timeZones} />
  const done = value?.sections.filter(({ section }) => isRead(transfer, value.changed, section)).length ?? 0
  const left = (value?.sections.length ?? 0) - done
  const reason = values.why.trim()
  const accept = async () => {
    const anyway = left > 0 ? { anyway: reason } : {}
    const reply = await commands.send('roles', 'transfer:accept', { transfer: transfer.id, ...anyway, ...ownZone() })
    if (!reply.ok) return
    forget()
    if (takesSending) await commands.send('roles', 'owner:take', { term: termOf(incident.owner) })
  }
  const decline = async () => {
    const reply = await commands.send('roles', 'transfer:end', { transfer: transfer.id, as: 'declined', reason })
    if (reply.ok) forget()
  }
  return (
    <Form
      onSubmit={accept}
      submit={takesSending ? text.acceptAndSend : text.accept}
      sendKey="Ctrl ↵"
      hint={<Keys />}
      more={<Button onClick={() => void decline()}>{text.decline}</Button>}
      outcome={<FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />}
    >
      <p className={textStyles.said}>
        <Trans text={text.asks} parts={{ from, giver: <bdi>{transfer.from.name}</bdi> }} />
      </p>
      {transfer.note !== '' && (
        <p className={styles.given} dir="auto">
          {transfer.note}
        </p>
      )}
      {value === undefined ? (
        <EmptyState title={text.reading} />
      ) : (
        <Sections {...{ transfer, sections: value.sections, changed: value.changed, drawnAt: value.drawnAt, again }} />
      )}
      <FaultNote fault={unread} onAgain={again} />
      <AskGiver incident={incident} transfer={transfer} />
      {left > 0 && value !== undefined && (
        <TextField
          limit={LINE_LIMIT}
          label={tCount(text.why, left)}
          needed={text.whyNeeded}
          value={values.why}
          onChange={({ currentTarget }) => set({ why: currentTarget.value })}
        />
      )}
    </Form>
  )
}

function Keys() {
  const parts = { up: <Key>↑</Key>, down: <Key>↓</Key>, space: <Key>{text.space}</Key>, enter: <Key>↵</Key> }
  return <Trans text={text.keys} parts={parts} />
}

interface SectionsProps {
  readonly transfer: Transfer
  readonly sections: readonly TransferSection[]
  readonly changed: readonly string[]
  readonly drawnAt: number
  readonly again: () => void
}

const isRead = ({ read }: Transfer, changed: readonly string[], section: string) =>
  read[section] !== undefined && !changed.includes(section)

function Sections({ transfer, sections, changed, drawnAt, again }: SectionsProps) {
  const { commands } = useCockpit()
  const [chosen, setChosen] = useState<string | null>(null)
  const isOpen = ({ section }: TransferSection) => !isRead(transfer, changed, section)
  const shown = sections.find(({ section }) => section === chosen) ?? sections.find(isOpen) ?? sections[0]
  const readBack = async (row: HTMLElement, { section, digest }: TransferSection) => {
    const body = { transfer: transfer.id, section, digest, drawnAt, ...ownZone() }
    const reply = await commands.send('roles', 'transfer:read', body)
    // What the refusal asks for is on its way to the screen.
    if (!reply.ok) return again()
    const at = sections.findIndex(one => one.section === section)
    const next = [...sections.slice(at + 1), ...sections.slice(0, at)].find(isOpen)
    rowsOf(row)[next === undefined ? -1 : sections.indexOf(next)]?.focus()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, one: TransferSection) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) rowsOf(event.currentTarget)[sections.indexOf(one) + step]?.focus()
    else if (event.key === 'Enter') {
      if (isOpen(one)) void readBack(event.currentTarget, one)
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.sections}>
      <ul className={styles.rows} aria-label={text.sections}>
        {sections.map(one => (
          <li key={one.section} data-shown={one === shown || undefined}>
            <Checkbox
              data-section
              data-autofocus={one === shown || undefined}
              label={one.title}
              description={<Standing transfer={transfer} section={one} isChanged={changed.includes(one.section)} />}
              checked={!isOpen(one)}
              indeterminate={changed.includes(one.section)}
              onFocus={() => setChosen(one.section)}
              onKeyDown={event => press(event, one)}
              onChange={({ currentTarget }) => isOpen(one) && void readBack(currentTarget, one)}
            />
          </li>
        ))}
      </ul>
      {shown !== undefined && <SectionText section={shown} />}
    </div>
  )
}

/** The controls of the sections, in their order. */
function rowsOf(row: HTMLElement): readonly HTMLElement[] {
  return [...(row.closest('ul')?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
}

interface StandingProps {
  readonly transfer: Transfer
  readonly section: TransferSection
  readonly isChanged: boolean
}

function Standing({ transfer: { read }, section: { section }, isChanged }: StandingProps) {
  const clock = useClockFace()
  const known = read[section]
  if (known === undefined) return null
  return isChanged ? (
    <strong className={styles.changed}>{text.changed}</strong>
  ) : (
    t(text.read, { time: clock.short(known.at) })
  )
}

/** [TC2] What a section says now, to be read. */
function SectionText({ section: { title, rows } }: { readonly section: TransferSection }) {
  // Rows may say the same: each is known by its place.
  const numbered = rows.map((row, at) => ({ ...row, at }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long section is scrolled with the keyboard
    <section className={styles.text} aria-label={title} tabIndex={0}>
      <h3 className={styles.name}>{title}</h3>
      <dl className={styles.facts}>
        {numbered.map(({ name, text, note, look, at }) => (
          <div key={at} className={styles.fact} data-look={look}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">
              {text}
              {note !== '' && <span className={styles.note}> {note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
