import type { KeyboardEvent } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { RoleKey } from '../../../shared/domain/people'
import { isRole } from '../../../shared/domain/people'
import type { RoleSlot } from '../../../shared/domain/responders'
import { roleSlots } from '../../../shared/domain/responders'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import { SayFirst } from './command-hints'
import { FirstSteps, firstStepStatus } from './first-steps'
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
  const seats = roleSlots(incident)
  const at = Math.max(
    0,
    seats.findIndex(({ key }) => key === role),
  )
  const seat = seats[at]
  if (seat === undefined) return null
  const turn = (step: number) => setRole(seats[(at + step + seats.length) % seats.length]?.key ?? role)
  return (
    <div ref={here}>
      <RoleCard key={seat.key} seat={seat} incident={incident} onTurn={turn} onOpen={onOpen} onClose={onClose} />
    </div>
  )
}

interface RoleCardProps {
  readonly seat: RoleSlot
  readonly incident: Incident
  /** Goes to the next card, or back. */
  readonly onTurn: (step: number) => void
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
}

/** One role: its holders, duties and first steps. */
function RoleCard({ seat, incident, onTurn, onOpen, onClose }: RoleCardProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('roles')
  const steps = firstStepStatus(incident, seat.key)
  const own = incident.crew.customRoles.find(({ id }) => id === seat.key)
  const { duties, isNot } = isRole(seat.key) ? texts.roleCards[seat.key] : { duties: own?.duties ?? [], isNot: '' }
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
        <section aria-label={text.duties}>
          <h3 className={styles.heading}>{text.duties}</h3>
          <ul className={styles.duties}>
            {duties.map(duty => (
              <li key={duty} dir="auto">
                {duty}
              </li>
            ))}
            {duties.length === 0 && <li className={styles.quiet}>{text.noDuties}</li>}
          </ul>
          {isNot !== '' && <p className={styles.isNot}>{isNot}</p>}
          {seat.key === 'ic' && <SayFirst />}
        </section>
      </div>
      <FaultNote fault={fault} />
      <CardActions acts={acts} />
    </div>
  )
}
