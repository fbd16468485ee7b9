import { useMemo } from 'react'
import type { Input } from '../../../shared/contract/calls'
import { ageOf } from '../../../shared/domain/freshness'
import type { ContentHash, UpdateId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Update } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Facts } from '../../ui/facts'
import type { PlaceWord } from '../../ui/place-choices'
import { spanText } from '../../ui/span-text'
import styles from './comms-pane.module.css'
import { publicIncidentOf, statusPageOf } from './public-facts'
import { shownStatus } from './shown-status'

export interface UpdateActions {
  readonly cancel: (update: UpdateId) => void
  readonly approve: (update: UpdateId, text: ContentHash) => void
  readonly discard: (update: UpdateId) => void
  readonly place: (update: UpdateId, word: PlaceWord) => void
  readonly settle: (update: UpdateId, word: Input<'comms:settle'>['word']) => void
}

/** What can be done with an update from the list; a fault shows in the pane. */
export function useUpdateActions(): UpdateActions {
  const { commands } = useCockpit()
  return useMemo(
    () => ({
      cancel: update => void commands.send('comms', 'comms:cancel', { update }),
      approve: (update, text) => void commands.send('comms', 'comms:approve', { update, text }),
      discard: update => void commands.send('comms', 'comms:discard', { update }),
      place: (update, word) => void commands.send('comms', 'comms:place', { update, word }),
      settle: (update, word) => void commands.send('comms', 'comms:settle', { update, word }),
    }),
    [commands],
  )
}

const text = texts.comms

export interface UnknownChoicesProps {
  readonly incident: Incident
  readonly update: Update
  readonly reason: string
  readonly now: Millis
  readonly acts: UpdateActions
}

/** It is unknown whether it was published: the two facts there are, and the three answers a person can give. */
export function UnknownChoices({ incident, update, reason, now, acts }: UnknownChoicesProps) {
  const seen = useSeen(incident, update, now)
  return (
    <>
      <Facts
        size="small"
        className={styles.facts}
        facts={[
          { name: text.sending, value: reason },
          { name: text.there, value: seen },
        ]}
      />
      <ButtonRow gap="close" className={styles.acts}>
        <Button onClick={() => acts.settle(update.id, 'it-is-out')}>{text.settle['it-is-out']}</Button>
        <Button onClick={() => acts.settle(update.id, 'send-again')}>{text.settle['send-again']}</Button>
        <Button tone="bare" onClick={() => acts.settle(update.id, 'give-up')}>
          {text.settle['give-up']}
        </Button>
      </ButtonRow>
    </>
  )
}

/** What the channel shows of this incident, as far as it is read. */
function useSeen(incident: Incident, { content: { channel } }: Update, now: Millis): string {
  const pages = useBoard(board => board.pages)
  const feeds = useBoard(board => board.feeds)
  const page = statusPageOf(channel, pages)
  if (page === undefined) return t(text.notReadHere, { channel: channel.label })
  const trueAt = feeds.find(({ id }) => id === page.feed)?.trueAt ?? null
  const old = trueAt === null ? null : ageOf(trueAt, now)
  const age = old === null ? text.noAge : t(text.age, { span: spanText(old) })
  const shown = publicIncidentOf(incident, channel, page) ?? page.incidents[0]
  if (shown === undefined) return t(text.showsNone, { page: page.name, age })
  const { name: title, lastUpdate } = shown
  return t(text.shows, { page: page.name, title, status: shownStatus(shown.status), text: lastUpdate, age })
}
