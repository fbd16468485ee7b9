import type { Incident } from '../../../shared/domain/incident'
import { isNeeded, operatingRoles } from '../../../shared/domain/responder-warnings'
import type { RoleSlot } from '../../../shared/domain/responders'
import { answerAt } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { roleSlotName } from '../../ui/role-slot-name'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { RoleLetters, roleSlotState } from './role-letters'
import styles from './role-slot-card.module.css'

const text = texts.roles

export interface RoleSlotCardProps {
  readonly seat: RoleSlot
  readonly incident: Incident
  readonly now: Millis
  readonly onOpen: () => void
}

/** A role in the pane: its holder, for how long, the deputy, and a warning. */
export function RoleSlotCard({ seat, incident, now, onOpen }: RoleSlotCardProps) {
  const { letters, held, deputy } = seat
  const needed = isNeeded(seat, incident.severity)
  const mark = markOf(seat, incident)
  return (
    <button
      type="button"
      className={styles.card}
      data-role-card
      data-state={roleSlotState(seat, incident.severity)}
      onClick={onOpen}
    >
      <RoleLetters letters={letters} filled={held !== null || !needed} />
      <span className={styles.who}>
        <span className={styles.name} dir="auto" title={held?.responder.name}>
          {held?.responder.name ?? (needed ? text.unfilled : text.notNeeded)}
        </span>
        <span className={styles.foot}>
          {mark !== undefined && <span className={styles.mark}>{mark}</span>}
          {deputy !== null && (
            <span className={styles.deputy}>
              <Trans text={text.deputy} parts={{ name: <bdi>{deputy.responder.name}</bdi> }} />
            </span>
          )}
          <span className={styles.roleName} dir="auto">
            {roleSlotName(seat)}
          </span>
          {held !== null && <span className={styles.since}>{spanText(now - held.since)}</span>}
        </span>
      </span>
    </button>
  )
}

/** [RO4][RO9] The warning on the card. */
function markOf({ key, held }: RoleSlot, incident: Incident): string | undefined {
  if (held === null) return undefined
  const answer = answerAt(incident.crew.rollCall, held.responder)
  if (answer !== undefined && answer !== 'present') return texts.rollCall.answers[answer]
  return key === 'ic' && operatingRoles(incident).length > 0 ? text.fixes : undefined
}
