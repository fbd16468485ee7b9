import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import type { Input } from '../../../shared/contract/calls'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { ageOf } from '../../../shared/domain/freshness'
import type { UpdateId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Update, UpdateContent } from '../../../shared/domain/update'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useEngineAway, useSession } from '../../stores/cockpit'
import { engineNow } from '../../stores/session-store'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Facts } from '../../ui/facts'
import { Key } from '../../ui/key'
import type { PlaceWord } from '../../ui/place-choices'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './comms-pane.module.css'
import { publicIncidentOf, shownStatus, statusPageOf } from './public-facts'

export interface UpdateActions {
  readonly cancel: (update: UpdateId) => void
  readonly discard: (update: UpdateId) => void
  readonly place: (update: UpdateId, word: PlaceWord) => void
  readonly settle: (update: UpdateId, word: Input<'comms:settle'>['word']) => void
}

/** Actions on an update in the list; a fault shows in the pane. */
export function useUpdateActions(): UpdateActions {
  const { commands } = useCockpit()
  return useMemo(
    () => ({
      cancel: update => void commands.send('comms', 'comms:cancel', { update }),
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

/** It is unknown whether it was published: the two known facts, and the three answers that a person can give. */
export function UnknownChoices({ incident, update, reason, now, acts }: UnknownChoicesProps) {
  const seen = useSeen(incident, update, now)
  const { byHand } = channelKind(update.content.channel)
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
        {byHand && <CopyText content={update.content} />}
        <Button onClick={() => acts.settle(update.id, 'it-is-out')}>{text.settle['it-is-out']}</Button>
        {!byHand && <Button onClick={() => acts.settle(update.id, 'send-again')}>{text.settle['send-again']}</Button>}
        <Button tone="bare" onClick={() => acts.settle(update.id, 'give-up')}>
          {byHand ? texts.channels.notPosted : text.settle['give-up']}
        </Button>
      </ButtonRow>
    </>
  )
}

/** [PT2] The text that a person posts, as the preview showed it. */
function CopyText({ content }: { readonly content: UpdateContent }) {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async () => {
    const parts = channelKind(content.channel).preview(content)
    try {
      await navigator.clipboard.writeText(parts.map(part => part.text).join('\n'))
      setOutcome('copied')
    } catch (error) {
      console.warn('The text could not be copied', error)
      setOutcome('notCopied')
    }
  }
  return (
    <>
      <Button tone="primary" onClick={() => void copy()}>
        {texts.channels.copy}
      </Button>
      {outcome !== null && (
        <span role="status" className={styles.copied}>
          {texts.channels[outcome]}
        </span>
      )}
    </>
  )
}

/** What the channel shows of this incident, as far as it is polled. */
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

const cancelTexts = texts.comms.window

export interface CancelWindowProps {
  readonly update: Update
  readonly cancelUntil: Millis
  readonly now: Millis
  readonly onCancel: () => void
}

/** The cancel window: the button, or Esc anywhere outside a dialog, cancels the publication. */
export function CancelWindow({ update, cancelUntil, now, onCancel }: CancelWindowProps) {
  const rate = useSession(session => session.clock?.reading.rate ?? 1)
  const { session } = useCockpit()
  // The panes' shared clock may lag by a second when an update arrives: a window of 5 s would start at 6.
  const left = secondsToCancel(cancelUntil, Math.max(now, engineNow(session)), rate)
  const [whole] = useState(left)
  const away = useEngineAway()
  const open = left > 0 && !away
  useEscape(open, onCancel)
  // [CW4] No one receives a cancel, and it is unknown whether the engine sends.
  if (away) return <p className={styles.fact}>{cancelTexts.away}</p>
  if (!open)
    return (
      <p className={styles.fact}>
        <Trans text={cancelTexts.closed} parts={{ channel: <bdi>{update.content.channel.label}</bdi> }} />
      </p>
    )
  return (
    <div className={styles.window}>
      <span className={styles.leaves} role="timer">
        {t(cancelTexts.left, { seconds: left })}
      </span>
      {/* It does not take the focus: a second Enter after the one that published would cancel it. */}
      <Button tone="danger" onClick={onCancel}>
        <Trans text={cancelTexts.cancel} parts={{ key: <Key quiet>Esc</Key> }} />
      </Button>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.run} style={{ '--whole': `${whole * SECOND}ms` } as CSSProperties} />
      </span>
    </div>
  )
}

/**
 * [CM7] Wall-clock seconds until it is sent, rounded up; 0 once it can no longer be cancelled. A quarter of a second
 * over a full second is the delay of the push to this window, and counts as none.
 * @param rate engine milliseconds per wall-clock millisecond: a person needs real time to think, whatever a drill's
 * clock does
 */
export function secondsToCancel(cancelUntil: Millis, now: Millis, rate: number): number {
  const left = (cancelUntil - now) / rate / SECOND
  return left <= 0 ? 0 : Math.max(1, Math.ceil(left - 0.25))
}

/** Before every other meaning of Esc, but not before a dialog's. */
function useEscape(open: boolean, run: () => void): void {
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [open, run])
}
