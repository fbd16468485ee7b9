import { useRecord } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { DETAILS_KEY, type PageAsk, pageAsks } from './page-acts'
import styles from './page-standing.module.css'

const words: Readonly<Record<PageAsk, string>> = {
  acknowledge: 'acknowledge',
  resolve: 'resolve',
  escalate: 'escalate',
  reassign: 'reassign',
  call: 'call people',
  note: 'note',
  'status-update': 'status update',
}

/** The keys of a page's row, while the keyboard is in the list and an incident is open for them. */
export function PageHints() {
  const running = useRecord(() => true)
  if (running === undefined) return null
  return (
    <p className={styles.hints}>
      {Object.entries(pageAsks).map(([key, ask]) => (
        <span key={key}>
          <Key>{key}</Key> {words[ask]}
        </span>
      ))}
      <span>
        <Key>{DETAILS_KEY}</Key> details
      </span>
    </p>
  )
}
