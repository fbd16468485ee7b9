import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { isNeeded, operatingRoles } from '../../../shared/domain/responder-warnings'
import type { RoleSlot } from '../../../shared/domain/responders'
import { answerAt } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { assignmentTextWithin } from '../../ui/assignment-text'
import { useClockFace } from '../../ui/clock-face'
import { roleSlotName } from '../../ui/role-slot-name'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './role-card.module.css'
import { RoleLetters } from './role-letters'

const text = texts.roleCard

/** The holder, since when, the deputy, and earlier holders. */
export function CardHolder({
  seat,
  incident,
  now,
}: {
  readonly seat: RoleSlot
  readonly incident: Incident
  readonly now: Millis
}) {
  const { held, deputy, letters, key } = seat
  const clock = useClockFace()
  return (
    <div className={styles.holder}>
      <div className={styles.who}>
        <p className={styles.role}>
          <RoleLetters letters={letters} filled={held !== null} /> <bdi>{roleSlotName(seat)}</bdi>
        </p>
        <p className={styles.name} data-filled={held !== null} dir="auto">
          {held?.responder.name ?? texts.roles.unfilled}
        </p>
        <p className={styles.since}>
          {held === null
            ? need(seat, incident)
            : t(text.since, { time: clock.short(held.since), span: spanText(now - held.since) })}
        </p>
        {deputy !== null && (
          <p className={styles.since}>
            <Trans text={texts.roles.deputy} parts={{ name: <strong dir="auto">{deputy.responder.name}</strong> }} />
          </p>
        )}
        <Marks seat={seat} incident={incident} />
      </div>
      <HeldBefore incident={incident} role={key} />
    </div>
  )
}

function need(seat: RoleSlot, { severity }: Incident): string {
  if (!isRole(seat.key)) return text.ownNeeded
  return t(isNeeded(seat, severity) ? text.needed : text.notNeeded, { severity })
}

function Marks({ seat: { key, held }, incident }: { readonly seat: RoleSlot; readonly incident: Incident }) {
  const answer = held === null ? undefined : answerAt(incident.crew.rollCall, held.responder)
  const fixes = key === 'ic' ? operatingRoles(incident) : []
  return (
    <>
      {fixes.length > 0 && (
        <p className={styles.warning} dir="auto">
          {t(text.fixes, { posts: listText(fixes.map(assignmentTextWithin)) })}
        </p>
      )}
      {answer !== undefined && answer !== 'present' && <p className={styles.warning}>{text.atRollCall[answer]}</p>}
    </>
  )
}

/** [RO7] Earlier holders, latest first: the people to ask. */
function HeldBefore({ incident, role }: { readonly incident: Incident; readonly role: RoleSlot['key'] }) {
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
            <span className={styles.quiet}>{t(text.span, { from: clock.bare(since), to: clock.short(until) })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
