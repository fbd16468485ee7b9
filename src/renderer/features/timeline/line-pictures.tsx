import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/domain/attachment'
import type { TimelineEntry } from '../../../shared/domain/timeline'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { faultText } from '../../ui/fault-text'
import styles from './line-pictures.module.css'

export interface ShownPicture {
  /** null: loading, or not available. */
  readonly address: string | null
  /** Why it is not available. */
  readonly problem: string | null
}

const onItsWay: ShownPicture = { address: null, problem: null }

/** A stored picture, loaded when it scrolls into view. */
export function usePicture({ hash }: Attachment): ShownPicture {
  const { pictures } = useCockpit()
  const [shown, setShown] = useState(onItsWay)
  useEffect(() => {
    let gone = false
    void pictures.show(hash).then(reply => {
      if (!gone)
        setShown(
          reply.ok ? { address: reply.value, problem: null } : { address: null, problem: faultText(reply.fault) },
        )
    })
    return () => {
      gone = true
    }
  }, [pictures, hash])
  return shown
}

const text = texts.timeline.picture

export interface RowPicturesProps {
  readonly entry: TimelineEntry
  readonly onOpen: (entry: TimelineEntry, picture: number) => void
}

/**
 * The pictures of a line, small. Their height does not depend on their content, so a row does not move while they load.
 */
export function RowPictures({ entry, onOpen }: RowPicturesProps) {
  if (entry.attachments.length === 0 || entry.retraction !== null) return null
  return (
    <span className={styles.strip}>
      {entry.attachments.map((attachment, index) => (
        <Thumbnail
          key={attachment.hash}
          attachment={attachment}
          name={t(text.open, { at: index + 1, count: entry.attachments.length })}
          onOpen={() => onOpen(entry, index)}
        />
      ))}
    </span>
  )
}

function Thumbnail({ attachment, name, onOpen }: { attachment: Attachment; name: string; onOpen: () => void }) {
  const { address, problem } = usePicture(attachment)
  return (
    <button
      type="button"
      className={styles.thumbnail}
      onClick={onOpen}
      tabIndex={-1}
      aria-label={name}
      title={problem ?? name}
    >
      {address === null ? (
        <span className={styles.absent}>{problem === null ? '' : text.absent}</span>
      ) : (
        <img src={address} alt="" className={styles.image} decoding="async" />
      )}
    </button>
  )
}
