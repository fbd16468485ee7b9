import type { Severity } from '../../shared/domain/severity'
import styles from './badges.module.css'

/** Word, shape and colour: any one of them is enough to recognise the severity. */
export function SeverityBadge({ severity, size = 'small' }: { severity: Severity; size?: 'small' | 'huge' }) {
  return (
    <span className={styles.badge} data-severity={severity} data-size={size}>
      <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true">
        <path d={severityShapes[severity]} />
      </svg>
      {severity}
    </span>
  )
}

/** Octagon, triangle, diamond, circle: road signs in order of urgency. */
export const severityShapes: Readonly<Record<Severity, string>> = {
  'SEV-1': 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  'SEV-2': 'M8 1l7.5 14H.5z',
  'SEV-3': 'M8 .5L15.5 8 8 15.5.5 8z',
  'SEV-4': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
}
