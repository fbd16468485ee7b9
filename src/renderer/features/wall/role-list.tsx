import { seatsOf } from '../../../shared/domain/crew'
import { isNeeded } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { commandMark } from './command-mark'
import styles from './role-list.module.css'

/** Who holds which of the four roles that every incident has. A gap is the loudest of them; what is wrong with command stands beside it. */
export function RoleList({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const mark = commandMark(incident, now)
  return (
    <dl className={styles.roles}>
      {seatsOf(incident).map(seat => {
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
