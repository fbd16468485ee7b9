import { type Status, statuses } from '../../../shared/domain/status'
import { texts } from '../../../shared/texts/texts'
import styles from './status-steps.module.css'

/** Four steps on the way to "resolved", filled up to the present one, and its word. */
export function StatusSteps({ status, onChange }: { status: Status; onChange: () => void }) {
  const reached = statuses.indexOf(status)
  return (
    <button
      type="button"
      className={styles.status}
      data-status={status}
      onClick={onChange}
      title={texts.bar.changeStatus}
    >
      <span className={styles.steps} aria-hidden="true">
        {statuses.map((step, index) => (
          <span key={step} className={styles.step} data-reached={index <= reached} />
        ))}
      </span>
      <span className={styles.word}>{texts.status.names[status]}</span>
    </button>
  )
}
