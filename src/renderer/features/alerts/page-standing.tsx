import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { RecordedRequest } from '../../../shared/domain/vendor-request'
import { unreachable } from '../../../shared/lib/unreachable'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useAskedActs } from '../../stores/asked-acts'
import { Tag } from '../../ui/tag'
import { actShown, shortActText } from './page-acts'
import styles from './page-standing.module.css'

/** Where the last thing asked for on a page stands, in its row, on one line; nothing where nothing was asked. */
export function PageStanding({ row }: { readonly row: AlertRow }) {
  const act = actShown(row, useAskedActs())
  if (act === undefined || !standsInRow(row, act)) return null
  return (
    <div className={styles.standing} role="status">
      <Standing act={act} />
    </div>
  )
}

/** Whether an act has a line of its own in the row. */
export function standsInRow(row: AlertRow, { what, standing }: RecordedRequest): boolean {
  // The state column says it by itself.
  if (standing.state === 'done') return what.kind !== 'page-acknowledge' || row.state !== 'acknowledged'
  return standing.state !== 'superseded'
}

function Standing({ act: { what, standing } }: { readonly act: RecordedRequest }) {
  const { standings } = texts.pages
  const told = (text: string) => t(text, { act: shortActText(what) })
  switch (standing.state) {
    case 'waiting':
      return (
        <Tag tone="warn" open>
          {told(standings.waiting)}
        </Tag>
      )
    case 'done':
      return <Tag tone="good">{told(standings.done)}</Tag>
    case 'failed':
      return (
        <>
          <Tag tone="bad">{told(standings.failed)}</Tag>
          <span className={styles.reason}>{standing.reason}</span>
        </>
      )
    case 'unknown':
      return (
        <>
          <Tag tone="bad" open>
            {told(standings.unknown)}
          </Tag>
          <span className={styles.reason}>{standing.reason}</span>
        </>
      )
    case 'superseded':
      return null
    default:
      return unreachable(standing)
  }
}
