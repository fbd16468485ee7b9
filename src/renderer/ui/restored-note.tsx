import type { Millis } from '../../shared/lib/time'
import { shortened } from '../../shared/lib/whole-characters'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { useClockFace } from './clock-face'
import styles from './notes.module.css'

const LONGEST_SHOWN = 120

interface RestoredNoteProps {
  /** When the form's text was typed without being sent; null: the form started over. */
  readonly since: Millis | null
  readonly forget: () => void
}

interface RestoredOfferProps extends RestoredNoteProps {
  /** With `{text}` and `{time}` in it. */
  readonly says: string
  readonly text: string
  /** Label of the button that puts the text back. */
  readonly take: string
  readonly onTake: () => void
}

/** Offers text that was typed before, where the next key would act on it if it were already in the field. */
export function RestoredOffer({ since, says, text, take, onTake, forget }: RestoredOfferProps) {
  const clock = useClockFace()
  if (since === null) return null
  return (
    <p className={styles.restoredNote} role="status">
      <span dir="auto">{t(says, { text: shortened(text, LONGEST_SHOWN), time: clock.short(since) })}</span>
      <Button tone="bare" onClick={onTake}>
        {take}
      </Button>
      <Button tone="bare" onClick={forget}>
        {texts.ui.discard}
      </Button>
    </p>
  )
}

/** Says that a form contains text that was typed before, and lets the user empty it. */
export function RestoredNote({ since, forget }: RestoredNoteProps) {
  const clock = useClockFace()
  if (since === null) return null
  return (
    <p className={styles.restoredNote} role="status">
      <span>{t(texts.ui.restored, { time: clock.short(since) })}</span>
      <Button tone="bare" onClick={forget}>
        {texts.ui.startOver}
      </Button>
    </p>
  )
}
