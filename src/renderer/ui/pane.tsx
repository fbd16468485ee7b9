import { type ReactNode, useContext } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Key } from './key'
import styles from './pane.module.css'
import { PaneFrameContext } from './pane-frame'
import { paneId } from './panes'

export interface PaneProps {
  /** The landmark's name, and its heading. */
  readonly name: string
  /** The number key that focuses it. */
  readonly digit: number
  /** Beside the name: a count, a state. */
  readonly note?: ReactNode
  /** At the right of the header: a freshness badge, a button, a key hint. */
  readonly aside?: ReactNode
  /** Below the body, always visible: an input line, a fault. */
  readonly footer?: ReactNode
  /** Draws the frame in the warning or the alarm colour. */
  readonly tone?: 'plain' | 'warn' | 'bad'
  /** False where the content scrolls by itself. */
  readonly scroll?: boolean
  readonly children: ReactNode
}

/** A landmark of the cockpit. Its digit key focuses it, and Tab goes on into its content. */
export function Pane({ name, digit, note, aside, footer, tone = 'plain', scroll = true, children }: PaneProps) {
  const { tabs, tools } = useContext(PaneFrameContext)
  return (
    <section className={styles.pane} aria-label={name} id={paneId(digit)} tabIndex={-1} data-tone={tone}>
      <header className={styles.header} data-grip>
        {tabs}
        <h2 className={tabs === undefined ? styles.name : styles.unseen}>{name}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        <span className={styles.aside}>{aside}</span>
        {tools}
        <Key quiet>{String(digit)}</Key>
      </header>
      {scroll ? <ScrollBody name={name}>{children}</ScrollBody> : <div className={styles.body}>{children}</div>}
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </section>
  )
}

/** Focusable, so that the arrow keys scroll it without a mouse. */
function ScrollBody({ name, children }: { name: string; children: ReactNode }) {
  const label = t(texts.ui.content, { pane: name })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
    <div className={`${styles.body} ${styles.scroll}`} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
