import type { KeyboardEvent } from 'react'
import type { Seat } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { useCockpit, useFault, useNow } from '../../stores/cockpit'
import { FaultNote } from '../../ui/fault-note'
import { cardActList } from './card-act-list'
import { CardActs } from './card-acts'
import { CardHolder } from './card-holder'
import { FirstSteps } from './first-steps'
import styles from './role-card.module.css'
import { roleCards } from './role-cards'
import { standingSteps } from './step-facts'
import type { CrewDialog } from './use-crew-dialogs'

export interface RoleCardProps {
  readonly seat: Seat
  readonly incident: Incident
  /** To the card after this one, or before it. */
  readonly onTurn: (step: number) => void
  readonly onOpen: (dialog: CrewDialog) => void
  readonly onClose: () => void
}

/** All about one role: who has it and had it, what it does and does not, and how it begins. */
export function RoleCard({ seat, incident, onTurn, onOpen, onClose }: RoleCardProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('roles')
  const steps = standingSteps(incident, seat.key)
  const own = incident.crew.customRoles.find(({ id }) => id === seat.key)
  const words = isRole(seat.key) ? roleCards[seat.key] : { duties: own?.duties ?? [], isNot: '' }
  const mark = (index: number) => {
    const step = steps[index]
    if (step === undefined || step.shown) return
    void commands.send('roles', 'roles:mark-step', { role: seat.key, step: step.id, done: !step.done })
  }
  const acts = cardActList({ seat, own, commands, onOpen, onClose })
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
        <section className={styles.words} aria-label="Duties">
          <h3 className={styles.heading}>Duties</h3>
          <ul className={styles.duties}>
            {words.duties.map(duty => (
              <li key={duty} dir="auto">
                {duty}
              </li>
            ))}
            {words.duties.length === 0 && <li className={styles.quiet}>None were written when it was added.</li>}
          </ul>
          {words.isNot !== '' && <p className={styles.isNot}>{words.isNot}</p>}
        </section>
      </div>
      <FaultNote fault={fault} />
      <CardActs acts={acts} />
    </div>
  )
}
