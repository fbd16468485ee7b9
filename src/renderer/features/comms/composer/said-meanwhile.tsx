import { actorName } from '../../../../shared/domain/people'
import { texts } from '../../../../shared/texts/texts'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import styles from './said-meanwhile.module.css'
import type { SaidMeanwhile } from './use-said-meanwhile'

const text = texts.composer.meanwhile

export interface SaidMeanwhileNoteProps {
  readonly said: readonly SaidMeanwhile[]
  /** Publishes the writer's all the same; undefined while it is still being written. */
  readonly onPublishToo?: (() => void) | undefined
}

/** [CM18] What somebody else told the same audience while this was written. */
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
