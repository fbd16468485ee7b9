import { Pin } from 'lucide-react'
import { memo, useState } from 'react'
import { actorName } from '../../../shared/domain/people'
import type { TimelineEntry } from '../../../shared/domain/timeline'
import { MINUTE, utcClock } from '../../../shared/lib/time'
import { kindIcon } from './entry-kinds'
import styles from './entry-row.module.css'
import { RowPictures } from './row-pictures'

/** Longer than this and a line is folded, so that a pasted log does not push the story off the screen. */
const FOLD_AT = 480

export interface EntryRowProps {
  readonly entry: TimelineEntry
  /** The line before has the same author, whose name is then only spoken. */
  readonly sameAuthor: boolean
  /** Present for lines that a person typed and that still stand. */
  readonly onCorrect: ((entry: TimelineEntry) => void) | undefined
  readonly onOpenPicture: (entry: TimelineEntry, picture: number) => void
}

export const EntryRow = memo(function EntryRow({ entry, sameAuthor, onCorrect, onOpenPicture }: EntryRowProps) {
  const Icon = kindIcon[entry.kind]
  return (
    <article
      className={styles.row}
      data-kind={entry.kind}
      data-automatic={entry.automatic}
      data-retracted={entry.retraction !== null}
    >
      <time className={styles.time} dateTime={new Date(entry.occurredAt).toISOString()}>
        {utcClock(entry.occurredAt)}
      </time>
      <span className={styles.kind} title={entry.kind}>
        <Icon size={14} strokeWidth={2} aria-hidden="true" />
        <span className={styles.spoken}>{entry.kind}: </span>
      </span>
      <div className={styles.said}>
        <EntryText entry={entry} />
        <RowPictures entry={entry} onOpen={onOpenPicture} />
        <Aftermath entry={entry} />
      </div>
      <span className={styles.by}>
        {entry.pinned && <Pin size={12} aria-label="pinned" className={styles.pin} />}
        <bdi className={sameAuthor ? styles.spoken : styles.author}>{actorName(entry.by)}</bdi>
        {onCorrect !== undefined && (
          <button type="button" className={styles.correct} onClick={() => onCorrect(entry)} tabIndex={-1}>
            Correct
          </button>
        )}
      </span>
    </article>
  )
})

function EntryText({ entry }: { entry: TimelineEntry }) {
  const [unfolded, setUnfolded] = useState(false)
  const long = entry.text.length > FOLD_AT
  const text = (
    <p className={styles.text} dir="auto" data-folded={long && !unfolded}>
      {entry.text}
    </p>
  )
  return (
    <>
      {entry.retraction === null ? text : <del>{text}</del>}
      {long && (
        <button type="button" className={styles.fold} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? 'Fold' : 'Show all'}
        </button>
      )}
    </>
  )
}

/** What happened to the line after it was written: nothing is edited in silence. */
function Aftermath({ entry }: { entry: TimelineEntry }) {
  const was = entry.earlier.at(-1)
  const late = entry.recordedAt - entry.occurredAt >= MINUTE
  return (
    <>
      {was !== undefined && (
        <p className={styles.aftermath} dir="auto">
          corrected, was: <del>{was.text.slice(0, FOLD_AT)}</del>
        </p>
      )}
      {entry.retraction !== null && (
        <p className={styles.aftermath}>
          retracted by <bdi>{actorName(entry.retraction.by)}</bdi>
          {entry.retraction.reason !== '' && (
            <>
              : <bdi>{entry.retraction.reason}</bdi>
            </>
          )}
        </p>
      )}
      {late && <p className={styles.aftermath}>written down at {utcClock(entry.recordedAt)}</p>}
    </>
  )
}
