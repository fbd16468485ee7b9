import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard } from '../../stores/cockpit'
import styles from './alert-strip.module.css'
import { groupReasonText, groupTitleText } from './group-text'
import { ActionDecision } from './pagerduty/action-status'

export interface AlertStripProps {
  /** The row that has the keyboard. */
  readonly row: ListedAlert | undefined
  /** Instead, the opened group that has it: it says why its alerts stand together. */
  readonly group?: AlertGroup | undefined
  /** Shown also while the keyboard is elsewhere. */
  readonly always?: boolean
  /** The keys that can be hit now. */
  readonly children: ReactNode
}

/** All of the row that has the keyboard: its whole title where that is cut, why it is quiet, what asks for a word. */
export function AlertStrip({ row, group, always = false, children }: AlertStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(false)
  const hider = useBoard(board => board.alerts.hiding.find(({ rule }) => rule.id === row?.hiddenBy)?.rule)
  // Not the length: how much of it is seen hangs on the pane and its columns.
  useLayoutEffect(() => {
    const title = strip.current?.parentElement?.querySelector('tr[aria-current] [data-title]')
    setCut(title != null && title.scrollWidth > title.clientWidth + 1)
  })
  return (
    <div ref={strip} className={styles.strip} data-always={always || undefined}>
      {cut && <p className={styles.title}>{row?.title ?? (group && groupTitleText(group.title))}</p>}
      {group?.why.map(groupReasonText).map(reason => (
        <p key={reason} className={styles.facts}>
          {reason}
        </p>
      ))}
      {row?.hush !== undefined && row.hush !== '' && <p className={styles.facts}>{row.hush}</p>}
      {hider !== undefined && (
        <p className={styles.facts}>{t(texts.alerts.hiddenBy, { who: hider.setBy, reason: hider.reason })}</p>
      )}
      {row?.origin === 'page' && <ActionDecision key={row.id} row={row} />}
      <p className={styles.hints}>{children}</p>
    </div>
  )
}
