import type { KeyboardEvent } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { Method } from '../../../shared/domain/method/method-files'
import type { RoleKey } from '../../../shared/domain/people'
import { isRole } from '../../../shared/domain/people'
import type { CustomRole, RoleSlot } from '../../../shared/domain/responders'
import { roleSlots } from '../../../shared/domain/responders'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import { FirstResponse, FirstSteps, firstStepStatus } from './first-steps'
import styles from './role-card.module.css'
import { CardActions, cardActions } from './role-card-actions'
import { CardHolder } from './role-card-holder'
import type { RoleDialog } from './use-role-dialogs'

const text = texts.roleCard

export interface RoleCardDialogProps extends DialogPart {
  /** The role to show first; arrow keys go to the others. */
  readonly role: RoleKey
  readonly onOpen: (dialog: RoleDialog) => void
}

export function RoleCardDialog({ opened, onClose, role, onOpen }: RoleCardDialogProps) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={820}>
      {incident !== undefined && <Cards first={role} incident={incident} onOpen={onOpen} onClose={onClose} />}
    </Dialog>
  )
}

interface CardsProps {
  readonly first: RoleKey
  readonly incident: Incident
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
}

function Cards({ first, incident, onOpen, onClose }: CardsProps) {
  const [role, setRole] = useState(first)
  const here = useRef<HTMLDivElement>(null)
  const shown = useRef(first)
  useLayoutEffect(() => {
    if (shown.current === role) return
    shown.current = role
    // The focus was in the previous card, which is gone.
    here.current?.querySelector<HTMLElement>('[data-next]')?.focus()
  }, [role])
  const { value, fault, again } = useRead('method:read', {})
  const seats = roleSlots(incident)
  const at = Math.max(
    0,
    seats.findIndex(({ key }) => key === role),
  )
  const seat = seats[at]
  if (seat === undefined) return null
  // The first step has the focus, and the commander's are the method's.
  if (value === undefined && fault === undefined) return <p data-opening>{text.reading}</p>
  const turn = (step: number) => setRole(seats[(at + step + seats.length) % seats.length]?.key ?? role)
  return (
    <div ref={here}>
      <RoleCard
        key={seat.key}
        {...{ seat, incident, onOpen, onClose }}
        method={value?.method['first-response']}
        onTurn={turn}
      />
      {seat.key === 'ic' && value === undefined && <FaultNote fault={fault} onAgain={again} />}
    </div>
  )
}

type FirstResponseMethod = Method['first-response']

interface RoleCardProps {
  readonly seat: RoleSlot
  readonly incident: Incident
  /** Undefined: it could not be read. */
  readonly method: FirstResponseMethod | undefined
  /** Goes to the next card, or back. */
  readonly onTurn: (step: number) => void
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
}

/** One role: its holders, duties and first steps. */
function RoleCard({ seat, incident, method, onTurn, onOpen, onClose }: RoleCardProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('roles')
  const steps = firstStepStatus(incident, seat.key, method)
  const own = incident.crew.customRoles.find(({ id }) => id === seat.key)
  const mark = (index: number) => {
    const step = steps[index]
    if (step === undefined || step.shown) return
    void commands.send('roles', 'roles:mark-step', { role: seat.key, step: step.id, done: !step.done })
  }
  const acts = cardActions({ seat, own, commands, onOpen, onClose })
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = acts.find(({ key }) => key === event.key)
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : undefined
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (act === undefined && digit === undefined && turn === undefined) return
    event.preventDefault()
    act?.run()
    if (digit !== undefined) mark(digit)
    if (turn !== undefined) onTurn(turn)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole card, each of them on a button too
    <div className={styles.card} onKeyDown={press}>
      <CardHolder seat={seat} incident={incident} now={now} />
      <div className={styles.columns}>
        <FirstSteps steps={steps} onMark={mark} />
        <div className={styles.about}>
          <Duties role={seat.key} method={method} own={own} />
          {seat.key === 'ic' && method !== undefined && (
            <FirstResponse items={method.firstResponse} incident={incident} />
          )}
        </div>
      </div>
      <FaultNote fault={fault} />
      <CardActions acts={acts} />
    </div>
  )
}

interface DutiesProps {
  readonly role: RoleKey
  readonly method: FirstResponseMethod | undefined
  readonly own: CustomRole | undefined
}

/** What a role does, and what it does not. [RS4] Of the commander both are the method's. */
function Duties({ role, method, own }: DutiesProps) {
  const listed = (items: FirstResponseMethod['commanderDoes'] = []) => items.map(item => item.text)
  if (role === 'ic')
    return (
      <>
        <DutyList name={text.duties} duties={listed(method?.commanderDoes)} />
        <div className={styles.isNot}>
          <DutyList name={text.doesNot} duties={listed(method?.commanderDoesNot)} />
        </div>
      </>
    )
  const { duties, isNot } = isRole(role) ? texts.roleCards[role] : { duties: own?.duties ?? [], isNot: '' }
  return (
    <>
      <DutyList name={text.duties} duties={duties} />
      {isNot !== '' && <p className={styles.isNot}>{isNot}</p>}
    </>
  )
}

function DutyList({ name, duties }: { readonly name: string; readonly duties: readonly string[] }) {
  return (
    <section aria-label={name}>
      <h3 className={styles.heading}>{name}</h3>
      <ul className={styles.duties}>
        {duties.map(duty => (
          <li key={duty} dir="auto">
            {duty}
          </li>
        ))}
        {duties.length === 0 && <li className={styles.quiet}>{text.noDuties}</li>}
      </ul>
    </section>
  )
}
