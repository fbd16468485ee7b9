import { useState } from 'react'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { actorName } from '../../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { mayHaveReached, type Update } from '../../../../shared/domain/update'
import { publishingLine } from '../../../../shared/events/update-publishing'
import { texts } from '../../../../shared/texts/texts'
import { useRecord } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'
import { audienceOf } from './composer-state'

const text = texts.composer.meanwhile

export interface SaidMeanwhileNoteProps {
  readonly said: readonly SaidMeanwhile[]
  /** Publishes the writer's all the same; undefined while it is still being written. */
  readonly onPublishToo?: (() => void) | undefined
}

/** [CM18] What a colleague published to the same audience while this was written. */
export function SaidMeanwhileNote({ said, onPublishToo }: SaidMeanwhileNoteProps) {
  const clock = useClockFace()
  if (said.length === 0) return null
  return (
    <div className={styles.said} role="alert">
      {said.map(({ update: { id, content, delivery }, line }) => (
        <p key={id} className={styles.what}>
          <Trans
            text={delivery.state === 'published' || line === undefined ? text.published : text.publishing}
            parts={{
              name: <bdi>{line === undefined ? text.somebody : actorName(line.by)}</bdi>,
              time: delivery.state === 'published' ? clock.short(delivery.at) : line && clock.short(line.recordedAt),
              title: <strong dir="auto">{content.title}</strong>,
              body: <span dir="auto">{content.body}</span>,
            }}
          />
        </p>
      ))}
      {onPublishToo !== undefined && (
        <Button onClick={onPublishToo}>
          <Trans text={text.publishToo} parts={{ key: <Key quiet>{text.publishTooKey}</Key> }} />
        </Button>
      )}
    </div>
  )
}

/** An update of a colleague to the same audience, with the line that says who published it and when. */
export interface SaidMeanwhile {
  readonly update: Update
  readonly line: TimelineEntry | undefined
}

export interface PublishedMeanwhile {
  readonly meanwhile: readonly SaidMeanwhile[]
  /** What the audience read when the writer began. */
  readonly seen: readonly UpdateId[]
  /** That and what was said since, which the writer chose to write beside. */
  readonly seenAll: readonly UpdateId[]
}

/** [UP8] [CM18] Updates that the audience got since this composer was opened. */
export function useSaidMeanwhile(incident: Incident, state: ComposerState): PublishedMeanwhile {
  const { update } = state
  const timeline = useRecord(record => record.timeline) ?? []
  const audiences = new Set([audienceOf(state), ...state.also.map(({ channel }) => audienceOf({ ...state, channel }))])
  const message = incident.updates.find(({ id }) => id === update)?.message ?? update
  const said = incident.updates.filter(
    one => mayHaveReached(one) && audiences.has(one.audience) && one.message !== message,
  )
  // Of every audience: it may be chosen later.
  const [seen] = useState(() => incident.updates.filter(mayHaveReached).map(({ id }) => id))
  const meanwhile = said
    .filter(({ id }) => !seen.includes(id))
    .map(one => ({ update: one, line: lineOf(one, timeline) }))
  return { meanwhile, seen, seenAll: [...seen, ...meanwhile.map(({ update: { id } }) => id)] }
}

/** A person's last line to its channel before it was out. */
function lineOf({ content, delivery }: Update, timeline: Timeline): TimelineEntry | undefined {
  const text = publishingLine(content.channel)
  const until = delivery.state === 'published' ? delivery.at : Number.POSITIVE_INFINITY
  return timeline.findLast(
    entry => entry.automatic && entry.by.kind === 'person' && entry.text === text && entry.recordedAt <= until,
  )
}
