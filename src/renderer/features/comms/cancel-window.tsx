import { type CSSProperties, useEffect, useState } from 'react'
import type { Update } from '../../../shared/domain/update'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useEngineAway, useSession } from '../../stores/cockpit'
import { engineNow } from '../../stores/session-store'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'

import styles from './comms-pane.module.css'

const text = texts.comms.window

export interface CancelWindowProps {
  readonly update: Update
  readonly cancelUntil: Millis
  readonly now: Millis
  readonly onCancel: () => void
}

/** The seconds in which a publication can be called back, by the button or by Esc from anywhere outside a dialog. */
export function CancelWindow({ update, cancelUntil, now, onCancel }: CancelWindowProps) {
  const rate = useSession(session => session.clock?.reading.rate ?? 1)
  const { session } = useCockpit()
  // The second that the panes share may be one old when an update comes: a window of 5 s would begin with 6.
  const left = secondsToCancel(cancelUntil, Math.max(now, engineNow(session)), rate)
  const [whole] = useState(left)
  const away = useEngineAway()
  const open = left > 0 && !away
  useEscape(open, onCancel)
  // [CW4] Nobody hears a cancel, and whether anybody sends is not known.
  if (away) return <p className={styles.fact}>{text.away}</p>
  if (!open)
    return (
      <p className={styles.fact}>
        <Trans text={text.closed} parts={{ channel: <bdi>{update.content.channel.label}</bdi> }} />
      </p>
    )
  return (
    <div className={styles.window}>
      <span className={styles.leaves} role="timer">
        {t(text.left, { seconds: left })}
      </span>
      {/* It does not take the focus: a second Enter after the one that published would call it back. */}
      <Button tone="danger" onClick={onCancel}>
        <Trans text={text.cancel} parts={{ key: <Key quiet>Esc</Key> }} />
      </Button>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.run} style={{ '--whole': `${whole * SECOND}ms` } as CSSProperties} />
      </span>
    </div>
  )
}

/**
 * [CM7] Wall seconds until it leaves, rounded up; 0 once it cannot be called back. A quarter of a second over a whole one
 * is the way of the news to this screen, and counts as none.
 * @param rate engine milliseconds per wall millisecond: a person has wall time to think, whatever a drill's clock does
 */
export function secondsToCancel(cancelUntil: Millis, now: Millis, rate: number): number {
  const left = (cancelUntil - now) / rate / SECOND
  return left <= 0 ? 0 : Math.max(1, Math.ceil(left - 0.25))
}

/** In front of every other meaning of Esc, but not of a dialog's. */
function useEscape(open: boolean, run: () => void): void {
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [open, run])
}
