import { memo, type ReactNode } from 'react'
import type { StrategyId } from '../../../shared/domain/ids'
import { usualLadder } from '../../../shared/domain/ladder'
import type { StrategyTask } from '../../../shared/domain/strategy'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow, useRecord, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { Key } from '../../ui/key'
import { actsOf } from './board-acts'
import type { BoardRow } from './board-rows'
import { DecisionDetails, DecisionWaits } from './decision-row'
import type { BoardAct } from './row-act'
import styles from './strategy-pane.module.css'

const text = texts.strategy

export interface BoardRowProps {
  readonly row: BoardRow
  readonly chosen: boolean
  readonly onChoose: (id: StrategyId) => void
  readonly onAct: (row: BoardRow, act: BoardAct) => void
}

/**
 * A row of the board; the chosen one has the focus and shows its actions. Memoized, so that each second renders clocks
 * and not hundreds of rows.
 */
export const BoardRowItem = memo(function BoardRowItem({ row, chosen, onChoose, onAct }: BoardRowProps) {
  const { item } = row
  return (
    <li
      className={styles.row}
      tabIndex={chosen ? 0 : -1}
      data-row={item.id}
      data-chosen={chosen}
      data-settled={isSettled(row)}
      data-struck={isStruck(row)}
      // The press focuses it. If it were chosen on pointer down, its buttons would appear under the finger.
      onFocus={() => onChoose(item.id)}
    >
      <div className={styles.line}>
        <Before row={row} />
        <span className={styles.text} dir="auto">
          {item.text}
        </span>
        <span className={styles.state}>
          <State row={row} />
        </span>
      </div>
      {row.kind === 'hypothesis' &&
        row.item.evidence.map(({ id, side, text: said }) => (
          <div key={id} className={styles.evidence} data-side={side}>
            <strong>{text.sides[side]}</strong> <span dir="auto">{said}</span>
          </div>
        ))}
      {row.kind === 'decision' && <DecisionDetails decision={row.item} chosen={chosen} />}
      {chosen && (
        <div className={styles.acts}>
          {actsOf(row).map(act => (
            <Button key={act.label} tone="bare" className={styles.act} tabIndex={-1} onClick={() => onAct(row, act)}>
              <Key quiet>{act.key}</Key> {act.label}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
})

function isSettled({ kind, item }: BoardRow): boolean {
  return kind === 'decision' ? item.state === 'withdrawn' || item.state === 'reversed' : item.settled !== null
}

/** [SG8] Ruled-out and abandoned items stay visible, struck through. */
function isStruck({ kind, item }: BoardRow): boolean {
  if (kind === 'decision') return item.state === 'withdrawn' || item.state === 'reversed'
  if (kind === 'task') return item.state === 'dropped'
  if (kind === 'hypothesis') return item.state === 'eliminated'
  return kind !== 'attempt' && item.state === 'closed'
}

/** Its owner, or its number. */
function Before({ row }: Pick<BoardRowProps, 'row'>): ReactNode {
  if (row.kind === 'attempt') return null
  if (row.kind === 'decision')
    return <span className={styles.number}>{t(texts.decisions.numbered, { number: row.number })}</span>
  if (row.kind === 'hypothesis')
    return <span className={styles.number}>{t(text.numbered, { number: row.number })}</span>
  const { owner } = row.item
  if (owner === null) return row.kind === 'task' ? <span className={styles.nobody}>{text.nobody}</span> : null
  return (
    <strong className={styles.owner} dir="auto">
      {owner.name}
    </strong>
  )
}

function State({ row }: Pick<BoardRowProps, 'row'>): ReactNode {
  switch (row.kind) {
    case 'task':
      return row.item.state === 'open' ? (
        <Running task={row.item} />
      ) : (
        <Because state={text.states[row.item.state]} said={row.item.result} />
      )
    case 'decision':
      return <DecisionWaits decision={row.item} />
    case 'attempt':
      return <span>{text.results[row.item.result]}</span>
    case 'hypothesis':
      return <Because state={text.states[row.item.state]} said={row.item.reason} />
    default:
      return row.item.state === 'open' ? null : <Because state={text.states.closed} said={row.item.answer} />
  }
}

function Running({ task: { acknowledged, dueAt, owner } }: { readonly task: StrategyTask }) {
  const now = useNow()
  const me = useSession(session => session.me?.name)
  // [SG9] Once the incident is resolved nobody is asked for a task.
  const isOver = useRecord(({ incident }) => incident.status === 'resolved')
  const overdue = dueAt !== null && dueAt <= now && owner !== null && !isOver
  return (
    <>
      <span data-warn={overdue || undefined}>
        {overdue
          ? owner.name === me
            ? text.overdueYours
            : t(text.overdue, { who: owner.name })
          : acknowledged === null
            ? text.notAcknowledged
            : text.acknowledged}
      </span>
      {isOver ? null : dueAt === null ? text.noTime : <Countdown deadline={{ dueAt, ladder: usualLadder }} now={now} />}
    </>
  )
}

function Because({ state, said }: { readonly state: string; readonly said: string }) {
  return <span dir="auto">{said === '' ? state : t(text.because, { state, text: said })}</span>
}
