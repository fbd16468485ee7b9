import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { EntryId } from '../../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { HOUR, type Millis } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useNow } from '../../../stores/cockpit'
import { Key } from '../../../ui/key'
import type { RowClock } from '../../../ui/row-clock'
import { Trans } from '../../../ui/trans'
import { instantNamed } from '../../../ui/typed-time'
import styles from './find-bar.module.css'

const text = texts.timeline.jump

export interface JumpBarProps {
  readonly timeline: Timeline
  /** The clock in use for reading and typing times. */
  readonly clock: RowClock
  readonly onSeek: (id: EntryId) => void
  readonly onClose: () => void
}

/** Goes to the first line at or after a time. */
export function JumpBar({ timeline, clock, onSeek, onClose }: JumpBarProps) {
  const [typed, setTyped] = useState('')
  const now = useNow()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const at = instantMeant(typed.trim(), now, clock)
  const line = at === undefined ? undefined : lineAt(timeline, at)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && line !== undefined) {
      onSeek(line.id)
      onClose()
    } else return
    event.preventDefault()
  }
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        <Key quiet>{keyOf('jump')}</Key>
        <input
          ref={field}
          className={styles.field}
          aria-label={text.field}
          placeholder={t(text.hint, { zone: clock.zone(now) })}
          autoComplete="off"
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <p className={styles.hint} role="status">
        {at === undefined ? (
          <Trans text={text.back} parts={{ key: <Key>Esc</Key> }} />
        ) : (
          <Trans
            text={line === undefined ? text.goesNowhere : text.goes}
            parts={{
              key: <Key>↵</Key>,
              time: <strong className={styles.read}>{clock.full(at)}</strong>,
              day: clock.dayWords(at),
            }}
          />
        )}
      </p>
    </search>
  )
}

/** `14:23` means the last time it was that late; with a date before it, that day. */
function instantMeant(typed: string, now: Millis, clock: RowClock): Millis | undefined {
  const dated = /^(\d{4}-\d\d-\d\d)(?:[T ]+(\S+))?$/.exec(typed)
  if (dated === null) return instantNamed(typed, now, clock)
  const noon = Date.parse(`${dated[1]}T12:00:00Z`)
  if (Number.isNaN(noon)) return undefined
  // At noon in London it is already tomorrow in Auckland.
  const day = clock.date(noon) === dated[1] ? noon : noon - 12 * HOUR
  // Late on that day, so that any time of it lies before.
  const late = clock.instants(clock.dayOf(day), 24 * HOUR - 1).at(-1)
  return late === undefined ? undefined : instantNamed(dated[2] ?? '0:00', late, clock)
}

/** The first line at or after an instant, else the last one. */
function lineAt(timeline: Timeline, at: Millis): TimelineEntry | undefined {
  let [low, high] = [0, timeline.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timeline[middle]?.occurredAt ?? 0) < at) low = middle + 1
    else high = middle
  }
  return timeline[low] ?? timeline.at(-1)
}
