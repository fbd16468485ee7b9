import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import styles from './unwritten-lines.module.css'
import type { Unwritten } from './use-unwritten'

const text = texts.scribe

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
            <span className={styles.problem}>{line.problem}</span>
          </span>
          <Button tone="bare" onClick={() => unwritten.tryAgain(line)}>
            {text.tryAgain}
          </Button>
          <Button tone="bare" onClick={() => unwritten.drop(line)}>
            {text.drop}
          </Button>
        </div>
      ))}
      {refused.length > 0 && (
        <p className={styles.waiting}>{unwritten.outliveReload ? text.onlyInBrowser : text.onlyInWindow}</p>
      )}
      {waiting > 0 && <p className={styles.waiting}>{tCount(text.writing, waiting)}</p>}
    </div>
  )
}
