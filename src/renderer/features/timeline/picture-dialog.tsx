import { type KeyboardEvent, useState } from 'react'
import type { TimelineEntry } from '../../../shared/domain/timeline'
import { shortened } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { usePicture } from './line-pictures'
import styles from './line-pictures.module.css'

const text = texts.timeline.picture

export interface OpenedPicture {
  readonly entry: TimelineEntry
  readonly picture: number
}

/** One picture as large as the window allows; the arrows go on to the line's other pictures. */
export function PictureDialog({ picture, opened, onClose }: DialogPart & { readonly picture: OpenedPicture | null }) {
  return opened && picture !== null ? <WholePictures opened={picture} onClose={onClose} /> : null
}

function WholePictures({ opened, onClose }: { opened: OpenedPicture; onClose: () => void }) {
  const clock = useClockFace()
  const { entry } = opened
  const [at, setAt] = useState(opened.picture)
  const last = entry.attachments.length - 1
  const turn = (event: KeyboardEvent) => {
    const next = at + (turns[event.key] ?? 0)
    if (next === at || next < 0 || next > last) return
    event.preventDefault()
    setAt(next)
  }
  const attachment = entry.attachments[at]
  if (attachment === undefined) return null
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(text.title, { time: clock.full(entry.occurredAt), text: shortened(entry.text, 80) })}
      width={1600}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the dialog, which holds the focus */}
      <div className={styles.frame} onKeyDown={turn}>
        <WholePicture key={attachment.hash} attachment={attachment} alt={t(text.alt, { text: entry.text })} />
        <p className={styles.foot} data-autofocus tabIndex={-1}>
          <Trans
            text={last > 0 ? text.turn : text.close}
            parts={{ at: at + 1, all: last + 1, left: <Key>←</Key>, right: <Key>→</Key>, key: <Key>Esc</Key> }}
          />
        </p>
      </div>
    </Dialog>
  )
}

const turns: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

function WholePicture({ attachment, alt }: { attachment: TimelineEntry['attachments'][number]; alt: string }) {
  const { address, problem } = usePicture(attachment)
  if (address === null) return <p className={styles.dialogAbsent}>{problem ?? text.reading}</p>
  return <img src={address} alt={alt} className={styles.picture} />
}
