import { useState } from 'react'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { Clamp } from '../../ui/clamp'
import styles from './comms-pane.module.css'

const { showAll, showLess } = texts.comms

/** About two lines of a narrow pane. */
const SHORT = 120

/** [CM12] What customers read: whole where the pane is high enough, else with a button for the rest. */
export function CustomersText({ text, roomy }: { readonly text: string; readonly roomy: boolean }) {
  const [open, setOpen] = useState(false)
  const fits = text.length <= SHORT && !text.includes('\n')
  const whole = roomy || open || fits
  return (
    <>
      <Clamp lines={whole ? null : 2} className={styles.text}>
        {text}
      </Clamp>
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
