import { useMemo } from 'react'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { rowId } from '../../../../shared/domain/row-id'
import type { RecordedRequest } from '../../../../shared/domain/vendor-request'
import { unreachable } from '../../../../shared/lib/unreachable'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useEngineAway } from '../../../stores/cockpit'
import { useOutboxItems } from '../../../stores/outbox-items'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useVendorState } from '../../../stores/use-vendor-state'
import { ROW_HEIGHT } from '../../../tables/table-row'
import { Button } from '../../../ui/button'
import { reasonText } from '../../../ui/fault-text'
import { Key } from '../../../ui/key'
import { AGAIN_KEY, SettleChoices } from '../../../ui/settle-choices'
import { Tag } from '../../../ui/tag'
import { Trans } from '../../../ui/trans'
import styles from '../alert-strip.module.css'
import { actionShown, actionText } from './actions'

/** What needs a person's decision on the focused row: why, what the vendor shows, and the choices. */
export function ActionDecision({ row }: { readonly row: AlertRow }) {
  const act = actionShown(row, useOutboxItems())
  if (act?.standing.state === 'failed') return <Failed act={act} reason={reasonText(act.standing)} />
  if (act?.standing.state === 'unknown') return <Unknown act={act} reason={reasonText(act.standing)} />
  return null
}

interface PartProps {
  readonly act: RecordedRequest
  readonly reason: string
}

function Failed({ act, reason }: PartProps) {
  const { settle } = useOutboxActions('alerts')
  return (
    <div className={styles.word}>
      <span className={styles.standingFacts}>{reason}</span>
      <Button onClick={() => void settle(act.id, 'send-again')}>
        <Trans
          text={texts.pages.again}
          parts={{
            key: (
              <Key quiet of="alerts">
                {AGAIN_KEY}
              </Key>
            ),
          }}
        />
      </Button>
    </div>
  )
}

function Unknown({ act, reason }: PartProps) {
  const { settle } = useOutboxActions('alerts')
  const there = useVendorState(act.what)
  return (
    <div className={styles.word}>
      <span className={styles.standingFacts}>
        {reason} <span>{there}</span>
      </span>
      <span className={styles.choices}>
        <SettleChoices onSettle={word => void settle(act.id, word)} />
      </span>
    </div>
  )
}

/** One line more than other rows have. */
const WITH_STANDING = ROW_HEIGHT + 20

/**
 * Row heights: a row whose PagerDuty incident has a requested action has one more line for its status. Undefined: all
 * alike.
 */
export function useRowHeights(): ((row: AlertRow) => number) | undefined {
  const acts = useOutboxItems()
  return useMemo(() => {
    const onPages = acts.filter(({ what }) => 'page' in what)
    if (onPages.length === 0) return undefined
    const pages = new Set(onPages.map(({ what }) => ('page' in what ? rowId(what.connection, what.page.id) : '')))
    return row => {
      const act = pages.has(row.id) ? actionShown(row, onPages) : undefined
      return act !== undefined && hasStatusLine(row, act) ? WITH_STANDING : ROW_HEIGHT
    }
  }, [acts])
}

/** The state of the last request about a PagerDuty incident, in its row, on one line; nothing where there was none. */
export function ActionStatus({ row }: { readonly row: AlertRow }) {
  const act = actionShown(row, useOutboxItems())
  if (act === undefined || !hasStatusLine(row, act)) return null
  return (
    <div className={styles.standing} role="status">
      <Standing act={act} />
    </div>
  )
}

/** Whether an action has a status line of its own in the row. */
export function hasStatusLine(row: AlertRow, { what, standing }: RecordedRequest): boolean {
  // The state column already shows it.
  if (standing.state === 'done') return what.kind !== 'page-acknowledge' || row.state !== 'acknowledged'
  return standing.state !== 'superseded'
}

function Standing({ act: { what, standing } }: { readonly act: RecordedRequest }) {
  const { standings } = texts.pages
  const away = useEngineAway()
  const told = (text: string) => t(text, { act: actionText(what) })
  switch (standing.state) {
    case 'waiting':
      return (
        <Tag tone="warn" open>
          {told(away ? standings.away : standings.waiting)}
        </Tag>
      )
    case 'done':
      return <Tag tone="good">{told(standings.done)}</Tag>
    case 'failed':
      return (
        <>
          <Tag tone="bad">{told(standings.failed)}</Tag>
          <span className={styles.reason}>{reasonText(standing)}</span>
        </>
      )
    case 'unknown':
      return (
        <>
          <Tag tone="bad" open>
            {told(standings.unknown)}
          </Tag>
          <span className={styles.reason}>{reasonText(standing)}</span>
        </>
      )
    case 'superseded':
      return null
    default:
      return unreachable(standing)
  }
}
