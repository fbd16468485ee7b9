import { Button } from '../../ui/button'
import styles from './unwritten-lines.module.css'
import type { Unwritten } from './use-unwritten'

/** Lines that are not in the record: on their way, or refused and kept for another try. */
export function UnwrittenLines({ unwritten }: { unwritten: Unwritten }) {
  const waiting = unwritten.lines.filter(line => line.problem === null).length
  const refused = unwritten.lines.filter(line => line.problem !== null)
  if (unwritten.lines.length === 0) return null
  return (
    <div className={styles.unwritten}>
      {refused.map(line => (
        <div key={line.entry} className={styles.refused} role="alert">
          <span className={styles.words}>
            <span className={styles.text} dir="auto">
              {line.text}
            </span>
            <span className={styles.problem}>Not written: {line.problem}</span>
          </span>
          <Button tone="bare" onClick={() => unwritten.tryAgain(line)}>
            Try again
          </Button>
          <Button tone="bare" onClick={() => unwritten.drop(line)}>
            Drop
          </Button>
        </div>
      ))}
      {waiting > 0 && <p className={styles.waiting}>Writing {waiting === 1 ? 'a line' : `${waiting} lines`}…</p>}
    </div>
  )
}
