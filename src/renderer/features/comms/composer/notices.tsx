import { type ReactNode, type RefObject, useState } from 'react'
import type { Fault } from '../../../../shared/contract/faults'
import type { OtherEditor as Colleague } from '../../../../shared/contract/pushes'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { actorName } from '../../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { mayHaveReached, type Update } from '../../../../shared/domain/update'
import { publishingLine } from '../../../../shared/events/update-publishing'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault, useRecord } from '../../../stores/cockpit'
import { useEditing } from '../../../stores/use-editing'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { ChangedMeanwhile, OthersHere } from '../../../ui/colleagues'
import { FaultNote } from '../../../ui/fault-note'
import { Key } from '../../../ui/key'
import textStyles from '../../../ui/text.module.css'
import { Trans } from '../../../ui/trans'
import { SentBackNote } from './approval-note'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'
import { audienceOf, resumeComposer } from './composer-state'
import { type Moved, MovedNote } from './moved'
import type { Composer, SharedDraft } from './use-composer'

export interface NoticesProps {
  readonly incident: Incident
  readonly start: ComposerState
  readonly asks: string
  readonly composer: Composer
  readonly shared: SharedDraft
  readonly said: readonly SaidMeanwhile[]
  readonly moved: Moved
  /** It is reviewed, and what became of its approval is in view above it. */
  readonly reviewing: boolean
  /** The check of the text has something in view. */
  readonly checked: boolean
  readonly onPublishToo: (() => void) | undefined
}

/** What other people do at the same time, and what went wrong. */
export function Notices(props: NoticesProps) {
  const { incident, start, asks, composer, shared, said, moved, onPublishToo } = props
  const others = useEditing(incident.id, `update:${start.update}`, 'update:')
  const fault = useFault('comms')
  return (
    <>
      {asks !== '' && (
        <p className={textStyles.soft} role="note" dir="auto">
          {t(texts.composer.asked, { text: asks })}
        </p>
      )}
      {!props.reviewing && <SentBackNote incident={incident} update={start.update} />}
      <OthersWriting others={others} update={start.update} />
      <MovedNote moved={moved} onPublish={said.length > 0 ? undefined : onPublishToo} />
      <SaidMeanwhileNote said={said} onPublishToo={onPublishToo} />
      <TheirDraft {...{ incident, shared, composer }} />
      <FaultNote fault={composer.unfilled} onAgain={() => void composer.settled()} />
      <FaultNote fault={fault !== undefined && isTold(fault, props) ? undefined : fault} />
    </>
  )
}

/** A note beside it says the same, and what to do. */
function isTold(fault: Fault, { said, moved, shared, checked }: NoticesProps): boolean {
  if (fault.code === 'publish-blocked' || fault.code === 'publish-asks') return checked
  if (fault.code === 'incident-moved') return moved.facts.length > 0
  return fault.kind === 'conflict' && (said.length > 0 || shared.theirs !== undefined)
}

/** Who else has this draft open, and who is writing another update. */
function OthersWriting({ others, update }: { readonly others: readonly Colleague[]; readonly update: UpdateId }) {
  const isSame = ({ what }: Colleague) => what === `update:${update}`
  const names = others.filter(isSame).map(({ who }) => who.name)
  const beside = others.filter(other => !isSame(other)).map(({ who }) => who.name)
  return (
    <>
      <OthersHere names={names} />
      <OthersHere names={beside} says={texts.composer.othersWriting} />
    </>
  )
}

/** Another person's changes to this draft while it was open here. */
function TheirDraft({ incident, shared, composer }: Pick<NoticesProps, 'incident' | 'shared' | 'composer'>) {
  const { commands } = useCockpit()
  const { theirs, goOnFrom } = shared
  const draft = incident.updates.find(({ id }) => id === composer.state.update)
  if (theirs === undefined || draft === undefined) return null
  const goOn = () => {
    commands.dismiss('comms')
    goOnFrom(theirs)
  }
  const takeTheirs = () => {
    composer.goOnWith(resumeComposer(draft, incident.updates))
    goOn()
  }
  return <ChangedMeanwhile theirs={`${theirs.title}: ${theirs.body}`} onTakeTheirs={takeTheirs} onKeepMine={goOn} />
}

export interface FootProps {
  /** Notices to read before the buttons are pressed. */
  readonly notices: ReactNode
  readonly noticesRef: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** The buttons of the sheet, always visible however long the text is, with their notices right above. */
export function Foot({ notices, noticesRef, children }: FootProps) {
  return (
    <footer className={styles.foot}>
      <div ref={noticesRef} className={styles.notices} tabIndex={-1}>
        {notices}
      </div>
      <div className={styles.actions}>{children}</div>
    </footer>
  )
}

const meanwhileTexts = texts.composer.meanwhile

export interface SaidMeanwhileNoteProps {
  readonly said: readonly SaidMeanwhile[]
  /** Publishes the writer's update anyway; undefined while it is still being written. */
  readonly onPublishToo?: (() => void) | undefined
}

/** [CM18] What a colleague published to the same audience while this was being written. */
export function SaidMeanwhileNote({ said, onPublishToo }: SaidMeanwhileNoteProps) {
  const clock = useClockFace()
  if (said.length === 0) return null
  return (
    <div className={styles.said} role="alert">
      {said.map(({ update: { id, content, delivery }, line }) => (
        <p key={id} className={styles.what}>
          <Trans
            text={
              delivery.state === 'published' || line === undefined
                ? meanwhileTexts.published
                : meanwhileTexts.publishing
            }
            parts={{
              name: <bdi>{line === undefined ? meanwhileTexts.somebody : actorName(line.by)}</bdi>,
              time: delivery.state === 'published' ? clock.short(delivery.at) : line && clock.short(line.recordedAt),
              title: <strong dir="auto">{content.title}</strong>,
              body: <span dir="auto">{content.body}</span>,
            }}
          />
        </p>
      ))}
      {onPublishToo !== undefined && (
        <Button onClick={onPublishToo}>
          <Trans text={meanwhileTexts.publishToo} parts={{ key: <Key quiet>{meanwhileTexts.publishTooKey}</Key> }} />
        </Button>
      )}
    </div>
  )
}

/** A colleague's update to the same audience, with the line that says who published it and when. */
export interface SaidMeanwhile {
  readonly update: Update
  readonly line: TimelineEntry | undefined
}

export interface PublishedMeanwhile {
  readonly meanwhile: readonly SaidMeanwhile[]
  /** Updates that the audience had when the writer began. */
  readonly seen: readonly UpdateId[]
  /** Those and the later ones that the writer chose to publish beside. */
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
  // Of every audience: another one may be chosen later.
  const [seen] = useState(() => incident.updates.filter(mayHaveReached).map(({ id }) => id))
  const meanwhile = said
    .filter(({ id }) => !seen.includes(id))
    .map(one => ({ update: one, line: lineOf(one, timeline) }))
  return { meanwhile, seen, seenAll: [...seen, ...meanwhile.map(({ update: { id } }) => id)] }
}

/** The last line by a person to its channel before it was published. */
function lineOf({ content, delivery, waiver }: Update, timeline: Timeline): TimelineEntry | undefined {
  const text = publishingLine(content.channel, waiver)
  const until = delivery.state === 'published' ? delivery.at : Number.POSITIVE_INFINITY
  return timeline.findLast(
    entry => entry.automatic && entry.by.kind === 'person' && entry.text === text && entry.recordedAt <= until,
  )
}
