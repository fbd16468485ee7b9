import { useRecord } from '../../stores/cockpit'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './incident-bar.module.css'

export function IncidentBar() {
  const incident = useRecord(record => record.incident)
  return (
    <section className={styles.bar} aria-label="Incident">
      {incident === undefined ? (
        <h1>No incident</h1>
      ) : (
        <>
          <SeverityBadge severity={incident.severity} size="huge" />
          <h1 className={styles.title}>{incident.title}</h1>
        </>
      )}
    </section>
  )
}
