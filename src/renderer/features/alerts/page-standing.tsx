import type { AlertRow } from '../../../shared/contract/views'
import type { AskedAct } from '../../../shared/domain/act'
import { unreachable } from '../../../shared/lib/unreachable'
import { useRecord } from '../../stores/cockpit'
import { useActs, useShownThere } from '../../stores/use-acts'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { AGAIN_KEY, SettleChoices } from '../../ui/settle-choices'
import { Tag } from '../../ui/tag'
import { actShown, shortWords } from './page-acts'
import styles from './page-standing.module.css'

/** Where the last thing asked for on a page stands, right in its row; nothing where nothing was asked. */
export function PageStanding({ row }: { readonly row: AlertRow }) {
  const act = useRecord(record => actShown(row, record.incident.acts))
  if (act === undefined) return null
  return (
    <div className={styles.standing} role="status">
      <Standing act={act} row={row} />
    </div>
  )
}

function Standing({ act, row }: { readonly act: AskedAct; readonly row: AlertRow }) {
  const { what, standing } = act
  const words = shortWords(what)
  switch (standing.state) {
    case 'waiting':
      return (
        <Tag tone="warn" open>
          {words}: on its way
        </Tag>
      )
    case 'done':
      // The state column says it by itself.
      if (what.kind === 'page-acknowledge' && row.state === 'acknowledged') return null
      return <Tag tone="good">{words}: done</Tag>
    case 'failed':
      return <Failed act={act} reason={standing.reason} />
    case 'unknown':
      return <Unknown act={act} reason={standing.reason} />
    case 'superseded':
      return null
    default:
      return unreachable(standing)
  }
}

function Failed({ act, reason }: { readonly act: AskedAct; readonly reason: string }) {
  const { ask } = useActs('alerts')
  return (
    <>
      <Tag tone="bad">{shortWords(act.what)}: not done</Tag>
      <span className={styles.reason}>{reason}</span>
      <span className={styles.choices}>
        <Button onClick={() => void ask(act.what)}>
          Try again <Key quiet>{AGAIN_KEY}</Key>
        </Button>
      </span>
    </>
  )
}

function Unknown({ act, reason }: { readonly act: AskedAct; readonly reason: string }) {
  const { settle } = useActs('alerts')
  const there = useShownThere(act.what)
  return (
    <>
      <Tag tone="bad" open>
        {shortWords(act.what)}: unknown
      </Tag>
      <span className={styles.reason}>{reason}</span>
      <span className={styles.reason}>{there}</span>
      <span className={styles.choices}>
        <SettleChoices onSettle={word => void settle(act.id, word)} />
      </span>
    </>
  )
}
