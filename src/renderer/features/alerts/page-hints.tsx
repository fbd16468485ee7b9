import { useRecord } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { DETAILS_KEY, pageAsks } from './page-acts'
import styles from './page-standing.module.css'

/** The keys of a page's row, while the keyboard is in the list and an incident is open for them. */
export function PageHints() {
  const running = useRecord(() => true)
  if (running === undefined) return null
  return (
    <p className={styles.hints}>
      {Object.entries(pageAsks).map(([key, ask]) => (
        <span key={key}>
          <Key>{key}</Key> {ask}
        </span>
      ))}
      <span>
        <Key>{DETAILS_KEY}</Key> details
      </span>
    </p>
  )
}
