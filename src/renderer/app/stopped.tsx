import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useCockpit } from '../stores/cockpit'
import { useTypedFields } from '../stores/use-typed-fields'
import { Button } from '../ui/button'
import { typeIntoField } from '../ui/type-into-field'
import styles from './stopped.module.css'

const text = texts.arranging

interface StoppedProps {
  readonly says: string
  readonly problem: string
  /** The person was typing into it. */
  readonly hadKeyboard: boolean
  readonly onReopen: () => void
}

/** In the place of a part that stopped: why, a field that takes what is typed meanwhile, and the way back. */
export function Stopped({ says, problem, hadKeyboard, onReopen }: StoppedProps) {
  const { focus, faults } = useCockpit()
  const { values, set, forget } = useTypedFields('stopped', { text: '' }, 'cockpit')
  const typed = values.text
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (hadKeyboard) field.current?.focus()
  }, [hadKeyboard])
  const reopen = () => {
    flushSync(onReopen)
    if (typed === '') return
    if (focus.request('line') && document.activeElement !== null) {
      typeIntoField(document.activeElement, typed)
      return forget()
    }
    // Not forgotten: the next line that is there offers it.
    faults.setState({ incident: { kind: 'refused', message: t(text.typedNowhere, { text: typed }) } })
  }
  return (
    <div className={styles.stopped} role="alert">
      <p>{t(says, { problem })}</p>
      <p className={styles.calm}>{text.stoppedCalm}</p>
      <label className={styles.meanwhile}>
        {text.typedMeanwhile}
        <textarea
          ref={field}
          className={styles.field}
          rows={2}
          dir="auto"
          value={typed}
          onChange={event => set({ text: event.currentTarget.value })}
        />
      </label>
      <Button onClick={reopen}>{text.startAgain}</Button>
    </div>
  )
}
