import type { ReactNode, RefObject } from 'react'
import styles from './composer.module.css'

export interface FootProps {
  /** What has to be read before the buttons are pressed. */
  readonly notices: ReactNode
  readonly noticesRef: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** The buttons of the sheet, in sight however long the text is, with what concerns them right above. */
export function Foot({ notices, noticesRef, children }: FootProps) {
  return (
    <footer className={styles.foot}>
      <div ref={noticesRef} className={styles.notices} tabIndex={-1}>
        {notices}
      </div>
      <div className={styles.actions}>{children}</div>
    </footer>
  )
}
