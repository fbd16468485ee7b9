import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useRecord } from '../../stores/cockpit'
import { useOutboxItems } from '../../stores/outbox-items'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans, TransCount } from '../../ui/trans'
import { rowActionFor } from './alert-order'
import styles from './alert-strip.module.css'
import { leftOutText, planAcknowledging } from './bulk'
import { groupReasonText, groupTitleText } from './group-text'
import { ActionDecision } from './pagerduty/action-status'

const text = texts.alerts.selection

export interface AlertStripProps {
  /** The row that has the focus. */
  readonly row: ListedAlert | undefined
  /** The focused opened group instead: the strip says why its alerts are grouped. */
  readonly group?: AlertGroup | undefined
  /** Shown also while the focus is elsewhere. */
  readonly always?: boolean
  /** The keys that work now. */
  readonly children: ReactNode
}

/** Details of the focused row: its whole title where that is cut off, why it is quiet, what needs a decision. */
export function AlertStrip({ row, group, always = false, children }: AlertStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(false)
  const hider = useBoard(board => board.alerts.hiding.find(({ rule }) => rule.id === row?.hiddenBy)?.rule)
  // Not by the text's length: how much of it is visible depends on the pane and its columns.
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

export interface SelectionBarProps {
  readonly count: number
  /** What `k` does with all of it; undefined: nothing. */
  readonly does: ReactNode
  readonly onAcknowledge: () => void
  readonly onClear: () => void
  /** What `k` leaves out, in words. */
  readonly leftOut?: string
}

/** Number of selected rows, and the actions for all of them. */
export function SelectionBar({ count, does, onAcknowledge, onClear, leftOut = '' }: SelectionBarProps) {
  return (
    <>
      <span className={styles.selected} role="status">
        {tCount(text.count, count)}
      </span>
      {does !== undefined && (
        <Button tone="bare" onClick={onAcknowledge}>
          {does}
        </Button>
      )}
      <Button tone="bare" onClick={onClear}>
        <Trans
          text={text.clear}
          parts={{
            key: (
              <Key quiet of="alerts">
                Esc
              </Key>
            ),
          }}
        />
      </Button>
      {leftOut !== '' && (
        <span className={styles.leftOut} title={leftOut}>
          {t(text.leftOut, { what: leftOut })}
        </span>
      )}
    </>
  )
}

export interface RowSelectionProps extends Omit<SelectionBarProps, 'does' | 'leftOut'> {
  readonly rows: readonly ListedAlert[]
  /** Links all of them, or declares an incident from them. */
  readonly onLink: () => void
}

/** The same for single alerts: here it is known which of them are PagerDuty incidents. */
export function RowSelection({ rows, onLink, ...rest }: RowSelectionProps) {
  const acts = useOutboxItems()
  const plan = useMemo(() => planAcknowledging(rows, acts), [rows, acts])
  const incident = useRecord(record => record.incident)
  const acted = rows.filter(row => rowActionFor(row, incident) !== 'linked').length
  const takes = incident === undefined || incident.resolvedAt !== null
  const { length } = plan.steps
  const does =
    length === 0 ? undefined : (
      <TransCount
        forms={text.acknowledge}
        count={length}
        parts={{
          key: (
            <Key quiet of="alerts">
              k
            </Key>
          ),
        }}
      />
    )
  return (
    <>
      <SelectionBar {...rest} does={does} leftOut={leftOutText(plan)} />
      {acted > 0 && (
        <Button tone="bare" onClick={onLink}>
          <TransCount
            forms={takes ? text.take : text.link}
            count={acted}
            parts={{
              key: (
                <Key quiet of="alerts">
                  ↵
                </Key>
              ),
            }}
          />
        </Button>
      )}
    </>
  )
}
