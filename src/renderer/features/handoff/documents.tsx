import { documentFormats } from '../../../shared/domain/document-kinds'
import type { Incident, WrittenHandoff } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Trans } from '../../ui/trans'
import styles from './handoff-pane.module.css'
import type { Handoff } from './use-handoff'

const text = texts.handoff

export interface DocumentsProps {
  readonly incident: Incident
  readonly handoff: Handoff
}

/** More would push the gaps out of view; the timeline has the older ones. */
const SHOWN = 2

/** The latest documents, newest first. */
export function Documents({ incident, handoff }: DocumentsProps) {
  const written = incident.handoffs.slice(-SHOWN).toReversed()
  if (written.length === 0) return null
  return (
    <ul className={styles.documents} aria-label={text.documents}>
      {written.map(document => (
        <Document key={document.id} document={document} handoff={handoff} />
      ))}
    </ul>
  )
}

function Document({
  document: { id, writtenAt, by },
  handoff,
}: Omit<DocumentsProps, 'incident'> & { document: WrittenHandoff }) {
  const clock = useClockFace()
  const when = clock.short(writtenAt)
  return (
    <li className={styles.document}>
      <p className={styles.line}>
        <span>
          <Trans
            text={text.written}
            parts={{
              time: <time dateTime={new Date(writtenAt).toISOString()}>{when}</time>,
              name: <bdi>{actorName(by)}</bdi>,
            }}
          />
        </span>
      </p>
      <p className={styles.formats}>
        {documentFormats.map(format => (
          <Button
            key={format}
            tone="bare"
            aria-label={t(text.saveAs, { format: text.formats[format], time: when })}
            onClick={() => handoff.save(id, format)}
          >
            {text.formats[format]}
          </Button>
        ))}
      </p>
      {handoff.paths[id]?.map(path => (
        <p key={path} className={styles.path} title={path}>
          {/* Truncated at the start: files differ at the end of their paths. */}
          <bdi>{path}</bdi>
        </p>
      ))}
    </li>
  )
}
