import { isRole } from '../../../shared/domain/people'
import { isNeeded } from '../../../shared/domain/responder-warnings'
import type { RoleSlot } from '../../../shared/domain/responders'
import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { roleSlotName } from '../../ui/role-slot-name'
import styles from './assign.module.css'
import type { AssignTarget } from './assign-line'
import { RoleLetters, roleSlotState } from './role-letters'

const text = texts.assigning

/** The role being filled, as a question. */
export function TargetHeading({
  seats,
  target,
}: {
  readonly seats: readonly RoleSlot[]
  readonly target: AssignTarget
}) {
  const seat = seats.find(({ key }) => key === target.role)
  if (seat === undefined) return null
  const { asks } = texts.roleCards[isRole(seat.key) ? seat.key : 'own']
  const role = roleSlotName(seat)
  const name = seat.held?.responder.name
  return (
    <div className={styles.heading}>
      <h3 className={styles.target} dir="auto">
        {target.deputy ? t(text.deputyOf, { role }) : role}
      </h3>
      <p className={styles.question} dir="auto">
        {target.deputy ? whoDeputises(name) : name === undefined ? asks : t(text.whoTakesOver, { name })}
      </p>
    </div>
  )
}

function whoDeputises(name: string | undefined): string {
  return name === undefined ? text.whoDeputisesNobody : t(text.whoDeputises, { name })
}

export interface AssignRolesProps {
  readonly severity: Severity
  readonly seats: readonly RoleSlot[]
  readonly at: AssignTarget
  readonly onChoose: (target: AssignTarget) => void
}

/** All roles with their letters, so that open ones stay visible while one is filled. */
export function AssignRoles({ severity, seats, at, onChoose }: AssignRolesProps) {
  return (
    <ul className={styles.roles} aria-label={texts.assigning.seats}>
      {seats.map(seat => (
        <li key={seat.key}>
          <button
            type="button"
            className={styles.role}
            aria-current={at.role === seat.key || undefined}
            data-state={roleSlotState(seat, severity)}
            onClick={() => onChoose({ role: seat.key, deputy: false })}
          >
            <RoleLetters letters={seat.letters} filled={seat.held !== null} />
            <AssignRoleText seat={seat} needed={isNeeded(seat, severity)} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function AssignRoleText({ seat, needed }: { readonly seat: RoleSlot; readonly needed: boolean }) {
  const { held, deputy } = seat
  return (
    <span className={styles.roleText}>
      <span className={styles.roleName} dir="auto">
        {roleSlotName(seat)}
      </span>
      <span className={styles.holder} dir="auto">
        {held?.responder.name ?? (needed ? texts.assigning.unfilled : texts.assigning.notNeeded)}
        {deputy !== null && (
          <span className={styles.deputy}>
            {' + '}
            <bdi>{deputy.responder.name}</bdi>
          </span>
        )}
      </span>
    </span>
  )
}
