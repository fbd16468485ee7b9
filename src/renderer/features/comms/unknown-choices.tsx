import type { Incident } from '../../../shared/domain/incident'
import type { Update } from '../../../shared/domain/update'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { useBoard } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { pageOf, shownThere } from './public-facts'
import styles from './update-row.module.css'
import type { UpdateActs } from './use-update-acts'
import { capital } from './words'

export interface UnknownChoicesProps {
  readonly incident: Incident
  readonly update: Update
  readonly reason: string
  readonly now: Millis
  readonly acts: UpdateActs
}

/** Nobody can tell whether it is out: the two facts there are, and the three things a person can say. */
export function UnknownChoices({ incident, update, reason, now, acts }: UnknownChoicesProps) {
  const seen = useSeen(incident, update, now)
  return (
    <>
      <dl className={styles.facts}>
        <dt>Sending</dt>
        <dd>{reason}</dd>
        <dt>There</dt>
        <dd>{seen}</dd>
      </dl>
      <div className={styles.acts}>
        <Button onClick={() => acts.settle(update.id, 'it-is-out')}>It is out</Button>
        <Button onClick={() => acts.settle(update.id, 'send-again')}>Send again</Button>
        <Button tone="bare" onClick={() => acts.settle(update.id, 'give-up')}>
          Give up
        </Button>
      </div>
    </>
  )
}

/** What the channel shows of this incident, as far as it is read. */
function useSeen(incident: Incident, { content: { channel } }: Update, now: Millis): string {
  const pages = useBoard(board => board.pages)
  const feeds = useBoard(board => board.feeds)
  const page = pageOf(channel, pages)
  if (page === undefined) return `${channel.label} is not read from here: look there yourself.`
  const trueAt = feeds.find(({ id }) => id === page.feed)?.trueAt ?? null
  const age = trueAt === null ? 'not read yet' : `read ${roughSpan(now - trueAt)} ago`
  const shown = shownThere(incident, channel, page) ?? page.incidents[0]
  if (shown === undefined) return `${page.name} shows no open incident (${age}).`
  return `${page.name} shows “${shown.name}”, ${capital(shown.status)}: ${shown.lastUpdate} (${age})`
}
