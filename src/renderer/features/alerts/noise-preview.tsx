import { numberText, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Urgency } from './alert-cells'
import { matcherFault, ruleFaultText } from './noise-draft'
import styles from './noise-form.module.css'
import type { Previewed } from './use-noise-preview'

const text = texts.noise.preview

/** What a rule would hide if it were set now: how many, and the loudest of them. */
export function NoisePreviewNote({ preview, fault }: Previewed) {
  // Said in the field that it is about.
  if (matcherFault(fault) !== undefined) return null
  const said = fault === undefined ? countWords(preview) : ruleFaultText(fault)
  return (
    <div className={styles.preview}>
      <p role="status" className={styles.count} data-none={preview?.alerts === 0 || undefined}>
        {said}
      </p>
      {preview !== undefined && preview.first.length > 0 && (
        <ul aria-label={text.first}>
          {preview.first.map(({ id, title, service, urgency }) => (
            <li key={id} className={styles.first}>
              <Urgency urgency={urgency} source={null} />
              <span className={styles.title} title={title}>
                {title}
              </span>
              <span className={styles.service}>{service ?? ''}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function countWords(preview: Previewed['preview']): string {
  if (preview === undefined) return text.empty
  const { alerts, open, groups } = preview
  if (alerts === 0) return tCount(text.none, open)
  const hidden = { alerts: numberText(alerts), open: numberText(open) }
  return groups === 0 ? tCount(text.hides, open, hidden) : tCount(text.hidesWhole, groups, hidden)
}
