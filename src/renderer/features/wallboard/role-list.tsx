import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { directReports, isNeeded, responderWarnings } from '../../../shared/domain/responder-warnings'
import { type RoleSlot, roleSlots } from '../../../shared/domain/responders'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './wallboard.module.css'

const { marks } = texts.wall

/**
 * Who has which of the four roles that every incident has. An unassigned role is the most prominent; a problem with
 * command is shown beside it.
 */
export function RoleList({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const mark = commandMark(incident, now)
  return (
    <dl className={styles.roles}>
      {roleSlots(incident).map(seat => {
        const { key, held } = seat
        const gap = held === null && isNeeded(seat, incident.severity)
        return (
          isRole(key) && (
            <div key={key} className={styles.role} data-filled={held !== null} data-gap={gap}>
              <dt className={styles.word}>{texts.wall.roles[key]}</dt>
              <dd className={styles.holder}>
                <span className={styles.name} dir="auto">
                  {held?.responder.name ?? texts.bar.nobody}
                </span>
                {key === 'ic' && mark !== undefined && <span className={styles.mark}>{mark}</span>}
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}

/** [RO4][RO5][RO6] What is wrong with command, in two words beside the IC's name; the gravest if there are several. */
export function commandMark(incident: Incident, now: Millis): string | undefined {
  const kinds = responderWarnings(incident, now).map(({ kind }) => kind)
  if (kinds.includes('ic-operates')) return marks.fixing
  if (kinds.includes('ic-span')) return t(marks.leads, { count: directReports(incident).length })
  return kinds.includes('no-deputy') ? marks.noDeputy : undefined
}

/** The incident's own roles, in one line. */
export function OwnRoles({ incident }: { readonly incident: Incident }) {
  const { shown, more } = ownSeats(incident)
  if (shown.length === 0) return null
  return (
    <dl className={styles.own} aria-label={texts.wall.ownRoles}>
      {shown.map(seat => (
        <div
          key={seat.key}
          className={styles.ownRole}
          data-filled={seat.held !== null}
          data-gap={seat.held === null && isNeeded(seat, incident.severity)}
        >
          <dt className={styles.word} dir="auto">
            {seat.name}
          </dt>
          <dd className={styles.name} dir="auto">
            {seat.held?.responder.name ?? texts.bar.nobody}
          </dd>
        </div>
      ))}
      {more > 0 && (
        <div className={styles.ownRole}>
          <dt className={styles.word}>{tCount(texts.wall.moreRoles, more)}</dt>
          <dd />
        </div>
      )}
    </dl>
  )
}

export interface OwnSeats {
  readonly shown: readonly RoleSlot[]
  /** How many more there are than fit on one line. */
  readonly more: number
}

/** Letters that fit on one line of the wallboard; the gap between two roles counts as this many. */
const [ROOM, GAP] = [56, 3]

/** The incident's own roles, unassigned ones first, as many as fit on one line. */
export function ownSeats(incident: Pick<Incident, 'roles' | 'crew'>): OwnSeats {
  const own = roleSlots(incident).filter(({ key }) => !isRole(key))
  const gapsFirst = own.toSorted((one, other) => Number(one.held !== null) - Number(other.held !== null))
  let room = ROOM
  const shown = gapsFirst.filter((seat, at) => {
    room -= length(seat) + GAP
    // If not even one fits, its name is cut off.
    return at === 0 || room >= 0
  })
  return { shown, more: own.length - shown.length }
}

function length({ name, held }: RoleSlot): number {
  return name.length + 1 + (held?.responder.name ?? texts.bar.nobody).length
}
