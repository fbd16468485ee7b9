import type { KeyboardEvent } from 'react'
import type { Seat } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../stores/cockpit'
import { FaultNote } from '../../ui/fault-note'
import { cardActList } from './card-act-list'
import { CardActs } from './card-acts'
import { CardHolder } from './card-holder'
import { FirstSteps } from './first-steps'
import styles from './role-card.module.css'
import { standingSteps } from './step-facts'
import type { CrewDialog } from './use-crew-dialogs'

const text = texts.roleCard

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
  const { duties, isNot } = isRole(seat.key) ? texts.roleCards[seat.key] : { duties: own?.duties ?? [], isNot: '' }
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
        <section className={styles.words} aria-label={text.duties}>
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
        </section>
      </div>
      <FaultNote fault={fault} />
      <CardActs acts={acts} />
    </div>
  )
}
