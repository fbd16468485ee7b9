import type { Seat } from '../../../shared/domain/crew'
import { isNeeded, operatingPosts } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { answerAt, rollAnswerName } from '../../../shared/domain/roll-call'
import { type Millis, roughSpan, utcClock } from '../../../shared/lib/time'
import { Letters } from './letters'
import styles from './role-card.module.css'

/** Who has the role, since when, who stands in, and who had it before. */
export function CardHolder({
  seat,
  incident,
  now,
}: {
  readonly seat: Seat
  readonly incident: Incident
  readonly now: Millis
}) {
  const { held, deputy, name, letters, key } = seat
  return (
    <div className={styles.holder}>
      <div className={styles.who}>
        <p className={styles.role}>
          <Letters letters={letters} filled={held !== null} /> <bdi>{name}</bdi>
        </p>
        <p className={styles.name} data-filled={held !== null} dir="auto">
          {held?.responder.name ?? 'Unfilled'}
        </p>
        <p className={styles.since}>{held === null ? need(seat, incident) : sinceWords(held.since, now)}</p>
        {deputy !== null && (
          <p className={styles.since}>
            deputy <strong dir="auto">{deputy.responder.name}</strong>
          </p>
        )}
        <Marks seat={seat} incident={incident} />
      </div>
      <HeldBefore incident={incident} role={key} />
    </div>
  )
}

function need(seat: Seat, { severity }: Incident): string {
  if (!isRole(seat.key)) return 'added because it is needed: fill it, or drop it'
  return isNeeded(seat, severity) ? `a ${severity} needs it` : `a ${severity} does not need it`
}

function sinceWords(since: Millis, now: Millis): string {
  return `since ${utcClock(since).slice(0, 5)} UTC, ${roughSpan(now - since)}`
}

function Marks({ seat: { key, held }, incident }: { readonly seat: Seat; readonly incident: Incident }) {
  const answer = held === null ? undefined : answerAt(incident.crew.rollCall, held.responder)
  const fixes = key === 'ic' ? operatingPosts(incident) : []
  return (
    <>
      {fixes.length > 0 && (
        <p className={styles.warning} dir="auto">
          Also fixing: {fixes.join(', ')}
        </p>
      )}
      {answer !== undefined && answer !== 'present' && (
        <p className={styles.warning}>{rollAnswerName[answer]} at the last roll call</p>
      )}
    </>
  )
}

/** [RO7] The last ones first: whom to ask. */
function HeldBefore({ incident, role }: { readonly incident: Incident; readonly role: Seat['key'] }) {
  const before = incident.crew.past.filter(past => past.role === role).toReversed()
  return (
    <section className={styles.before} aria-label="Held before">
      <h3 className={styles.heading}>Held before</h3>
      {before.length === 0 && <p className={styles.quiet}>Nobody else in this incident.</p>}
      <ol>
        {before.map(({ responder, since, until }) => (
          <li key={since} className={styles.past}>
            <span dir="auto">{responder.name}</span>
            <span className={styles.quiet}>
              {utcClock(since).slice(0, 5)}–{utcClock(until).slice(0, 5)} UTC
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
