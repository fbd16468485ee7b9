import { type ComponentType, useCallback, useEffect, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useEngineAway, useJudge } from '../../stores/cockpit'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { reasonText } from '../../ui/fault-text'
import { freshnessText } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { isAlertFeed } from './alert-cells'
import type { AlertListProps } from './single-alerts'

const text = texts.alerts

/** The alerts as groups or one by one, or why there are none. */
export function AlertList({ view, actions, onKey }: AlertListProps) {
  const some = useBoard(board => board.alerts.open > 0)
  const { grouped, shown, text: query } = view
  const { tables, fault, again } = useTables()
  if (!some) return <NoAlerts />
  if (shown === 0) return <NoneShown filtered={query !== ''} grouped={grouped} />
  if (tables === undefined) return <FaultNote fault={fault} onAgain={again} />
  const Table = grouped ? tables.AlertGroups : tables.SingleAlerts
  return <Table view={view} actions={actions} onKey={onKey} />
}

interface Tables {
  readonly SingleAlerts: ComponentType<AlertListProps>
  readonly AlertGroups: ComponentType<AlertListProps>
}

let loaded: Tables | undefined

/** The tables are not in the first load of the page; they are loaded before the first alert arrives. */
export async function loadTables(): Promise<void> {
  const [{ SingleAlerts }, { AlertGroups }] = await Promise.all([import('./single-alerts'), import('./alert-groups')])
  loaded = { SingleAlerts, AlertGroups }
}

function useTables() {
  const [, setTables] = useState(loaded)
  const [fault, setFault] = useState<Fault>()
  const again = useCallback(() => {
    setFault(undefined)
    loadTables().then(
      () => setTables(loaded),
      () => setFault({ kind: 'disconnected', message: texts.ui.notLoaded }),
    )
  }, [])
  useEffect(() => {
    if (loaded === undefined) again()
  }, [again])
  return { tables: loaded, fault, again }
}

/** "Nothing" is only shown when every source has reported that. */
function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const judge = useJudge()
  const away = useEngineAway()
  const aged = feeds.map(feed => ({ name: feed.name, fresh: judge(feed) }))
  const silent = aged.filter(({ fresh }) => fresh.state !== 'fresh' || fresh.reason !== '')
  if (feeds.length === 0) {
    return (
      <EmptyState title={text.notConnected}>
        <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  }
  if (away) return <EmptyState title={text.notHeard} />
  if (silent.length === 0) return <EmptyState title={text.none} />
  return (
    <EmptyState title={silent.every(({ fresh }) => fresh.state === 'waiting') ? text.notYetRead : text.notAllAnswer}>
      {silent
        .map(({ name, fresh }) => t(text.troubled, { name, reason: reasonText(fresh) || freshnessText(fresh) }))
        .join(' · ')}
    </EmptyState>
  )
}

/** There are alerts, but none is shown. */
function NoneShown({ filtered, grouped }: { readonly filtered: boolean; readonly grouped: boolean }) {
  if (!filtered) {
    return (
      <EmptyState title={text.allHidden}>
        <Trans text={text.allHiddenHow} parts={{ key: <Key>{keyOf('noise')}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <EmptyState title={grouped ? text.noGroupFits : text.noneFits}>
      <Trans text={grouped ? text.noGroupFitsHow : text.noneFitsHow} parts={{ key: <Key>Esc</Key> }} />
    </EmptyState>
  )
}
