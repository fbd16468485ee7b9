import type { Seat } from '../../../shared/domain/crew'
import { isNeeded, operatingPosts } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { answerAt } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { say, sayList } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useClockFace } from '../../ui/clock-face'
import { Said } from '../../ui/said'
import { sayPostWithin } from '../../ui/say-post'
import { saySpan } from '../../ui/say-span'
import { seatName } from '../../ui/seat-name'
import { Letters } from './letters'
import styles from './role-card.module.css'

const text = words.roleCard

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
  const { held, deputy, letters, key } = seat
  const clock = useClockFace()
  return (
    <div className={styles.holder}>
      <div className={styles.who}>
        <p className={styles.role}>
          <Letters letters={letters} filled={held !== null} /> <bdi>{seatName(seat)}</bdi>
        </p>
        <p className={styles.name} data-filled={held !== null} dir="auto">
          {held?.responder.name ?? words.roles.unfilled}
        </p>
        <p className={styles.since}>
          {held === null
            ? need(seat, incident)
            : say(text.since, { time: clock.short(held.since), span: saySpan(now - held.since) })}
        </p>
        {deputy !== null && (
          <p className={styles.since}>
            <Said text={words.roles.deputy} parts={{ name: <strong dir="auto">{deputy.responder.name}</strong> }} />
          </p>
        )}
        <Marks seat={seat} incident={incident} />
      </div>
      <HeldBefore incident={incident} role={key} />
    </div>
  )
}

function need(seat: Seat, { severity }: Incident): string {
  if (!isRole(seat.key)) return text.ownNeeded
  return say(isNeeded(seat, severity) ? text.needed : text.notNeeded, { severity })
}

function Marks({ seat: { key, held }, incident }: { readonly seat: Seat; readonly incident: Incident }) {
  const answer = held === null ? undefined : answerAt(incident.crew.rollCall, held.responder)
  const fixes = key === 'ic' ? operatingPosts(incident) : []
  return (
    <>
      {fixes.length > 0 && (
        <p className={styles.warning} dir="auto">
          {say(text.fixes, { posts: sayList(fixes.map(sayPostWithin)) })}
        </p>
      )}
      {answer !== undefined && answer !== 'present' && <p className={styles.warning}>{text.atRollCall[answer]}</p>}
    </>
  )
}

/** [RO7] The last ones first: whom to ask. */
function HeldBefore({ incident, role }: { readonly incident: Incident; readonly role: Seat['key'] }) {
  const clock = useClockFace()
  const before = incident.crew.past.filter(past => past.role === role).toReversed()
  return (
    <section className={styles.before} aria-label={text.before}>
      <h3 className={styles.heading}>{text.before}</h3>
      {before.length === 0 && <p className={styles.quiet}>{text.nobodyBefore}</p>}
      <ol>
        {before.map(({ responder, since, until }) => (
          <li key={since} className={styles.past}>
            <span dir="auto">{responder.name}</span>
            <span className={styles.quiet}>{say(text.span, { from: clock.bare(since), to: clock.short(until) })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
