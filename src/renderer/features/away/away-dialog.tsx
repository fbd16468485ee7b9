import type { Actor } from '../../../shared/domain/people'
import { actorName } from '../../../shared/domain/people'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRecord, useSession } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import type { DialogPart } from '../../ui/on-demand'
import styles from './away.module.css'
import { useLastLook } from './last-look'

const text = texts.away

/** [AW1] What others wrote since the last look, in the order of the timeline, however late it came and from where. */
export function AwayDialog({ opened, onClose }: DialogPart) {
  const look = useLastLook()
  const timeline = useRecord(record => record.timeline)
  const me = useSession(session => session.me?.id)
  const clock = useClockFace()
  if (!opened) return null
  const isMine = (by: Actor) => by.kind === 'person' && by.responder.id === me
  const fresh = (timeline ?? []).filter(({ seq, by }) => look !== undefined && seq > look.seq && !isMine(by))
  return (
    <Dialog opened onClose={onClose} title={text.title} width={720}>
      {timeline === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : fresh.length === 0 || look === undefined ? (
        <EmptyState title={look === undefined ? text.never : text.nothing} />
      ) : (
        <>
          <p>{tCount(text.since, fresh.length, { time: `${clock.date(look.at)} ${clock.short(look.at)}` })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the arrow keys need it */}
          <ul className={styles.lines} tabIndex={0} data-autofocus aria-label={text.title}>
            {fresh.map(({ id, occurredAt, by, text: said }) => (
              <li key={id} dir="auto">
                {t(text.line, { time: clock.short(occurredAt), who: whoAndWhere(by), text: said })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function whoAndWhere(by: Actor): string {
  const who = actorName(by)
  return by.kind === 'person' && by.screen !== undefined ? t(text.where, { who, screen: by.screen }) : who
}
