import { useState } from 'react'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import styles from './customers-text.module.css'

const { showAll, showLess } = texts.comms

/** About two lines of a narrow pane. */
const SHORT = 120

/** [CM12] What customers read: whole wherever the pane is high enough for it, else with a way to the rest. */
export function CustomersText({ text, roomy }: { readonly text: string; readonly roomy: boolean }) {
  const [open, setOpen] = useState(false)
  const fits = text.length <= SHORT && !text.includes('\n')
  const whole = roomy || open || fits
  return (
    <>
      <p className={styles.text} data-whole={whole || undefined} dir="auto">
        {text}
      </p>
      {!roomy && !fits && (
        <span className={styles.more}>
          <Button tone="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? showLess : showAll}
          </Button>
        </span>
      )}
    </>
  )
}
