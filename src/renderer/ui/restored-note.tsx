import type { Millis } from '../../shared/lib/time'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { Button } from './button'
import { useClockFace } from './clock-face'
import styles from './restored-note.module.css'

interface RestoredNoteProps {
  /** What the form holds was typed then, and not sent; null: the form began anew. */
  readonly since: Millis | null
  readonly forget: () => void
}

/** Says that a form holds what was typed before, and empties it. */
export function RestoredNote({ since, forget }: RestoredNoteProps) {
  const clock = useClockFace()
  if (since === null) return null
  return (
    <p className={styles.note} role="status">
      <span>{say(words.ui.restored, { time: clock.short(since) })}</span>
      <Button tone="bare" onClick={forget}>
        {words.ui.startOver}
      </Button>
    </p>
  )
}
