import type { Incident } from '../../../shared/domain/incident'
import type { Severity } from '../../../shared/domain/severity'
import type { Millis } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'
import { severityShapes } from '../../ui/severity-badge'
import { clockText } from '../../ui/span-text'
import styles from './head.module.css'

/** How bad, what, for how long; below it where it stands and what customers feel. */
export function Head({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const { severity, title, status, impact, declaredAt } = incident
  return (
    <>
      <div className={styles.head}>
        <SeverityBlock severity={severity} />
        <h1 className={styles.title} data-step={titleStep(title)} dir="auto">
          {title}
        </h1>
        <p className={styles.elapsed}>
          <span className={styles.label}>{texts.wall.openFor}</span>
          <span className={styles.span}>{clockText(now - declaredAt)}</span>
        </p>
      </div>
      <p className={styles.state}>
        <strong className={styles.status} data-status={status}>
          {texts.status.names[status]}
        </strong>
        <span className={styles.impact} data-unsaid={impact === ''} dir="auto">
          {impact === '' ? texts.bar.noImpact : impact}
        </span>
      </p>
    </>
  )
}

function SeverityBlock({ severity }: { readonly severity: Severity }) {
  return (
    <p className={styles.severity} data-severity={severity}>
      <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true">
        <path d={severityShapes[severity]} />
      </svg>
      {severity}
    </p>
  )
}

/** A short title fills one line; a longer one takes two, smaller; beyond that it is cut at the end of the second. */
function titleStep(title: string): 'one' | 'two' | 'small' {
  if (title.length <= 19) return 'one'
  return title.length <= 50 ? 'two' : 'small'
}
