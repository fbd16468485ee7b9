import { Urgency } from './alert-cells'
import { matcherFault, ruleFaultWords } from './noise-draft'
import styles from './noise-form.module.css'
import type { Previewed } from './use-noise-preview'

/** What a rule would hide if it were set now: how many, and the loudest of them. */
export function NoisePreviewNote({ preview, fault }: Previewed) {
  // Said in the field that it is about.
  if (matcherFault(fault) !== undefined) return null
  const words = fault === undefined ? countWords(preview) : ruleFaultWords(fault)
  return (
    <div className={styles.preview}>
      <p role="status" className={styles.count} data-none={preview?.alerts === 0 || undefined}>
        {words}
      </p>
      {preview !== undefined && preview.first.length > 0 && (
        <ul aria-label="The first of them">
          {preview.first.map(({ id, title, service, urgency }) => (
            <li key={id} className={styles.first}>
              <Urgency urgency={urgency} />
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
  if (preview === undefined) return 'What it would hide now is told here while you type.'
  const { alerts, open, groups } = preview
  const counted = (count: number) => count.toLocaleString('en')
  if (alerts === 0) return `It fits none of the ${counted(open)} alerts that are open now.`
  const whole = groups === 0 ? '' : `, ${groups === 1 ? '1 group' : `${counted(groups)} groups`} whole`
  return `Hides ${counted(alerts)} of ${counted(open)} open alerts now${whole}.`
}
