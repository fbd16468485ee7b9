import { useCallback, useEffect, useState } from 'react'
import type { AlertRow, FeedStatus } from '../../../shared/contract/views'
import { freshness } from '../../../shared/domain/freshness'
import { useBoard, useCockpit, useFault, useNow } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Pane, paneId } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { actOn } from './alert-order'
import { AlertsTable } from './alerts-table'
import { PageDialog } from './page-dialog'
import { TakeDialog } from './take-dialog'
import { usePageKeys } from './use-page-keys'

/** Pages and alerts that are open now; each can become the incident, or be linked to the one that runs. */
export function AlertsPane() {
  const alerts = useBoard(board => board.alerts)
  const fault = useFault('alerts')
  const { commands } = useCockpit()
  const { taken, act, close } = useAct()
  const { asking, press, close: closePage } = usePageKeys()
  useFocusRequest('alerts', focusFirstRow)
  useRowsForTheFocus(alerts.length)
  return (
    <Pane
      {...panes.alerts}
      note={alerts.length > 0 ? `${alerts.length} open` : undefined}
      aside={<AlertSources />}
      scroll={alerts.length === 0}
      footer={
        fault &&
        taken === null &&
        asking === null && <FaultNote fault={fault} onDismiss={() => commands.dismiss('alerts')} />
      }
    >
      {alerts.length === 0 ? <NoAlerts /> : <AlertsTable rows={alerts} onAct={act} onKey={press} />}
      <TakeDialog row={taken} onClose={close} />
      <PageDialog asking={asking} onClose={closePage} />
    </Pane>
  )
}

function useAct(): {
  readonly taken: AlertRow | null
  readonly act: (row: AlertRow) => void
  readonly close: () => void
} {
  const { commands, incident } = useCockpit()
  const [taken, setTaken] = useState<AlertRow | null>(null)
  const act = useCallback(
    (row: AlertRow) => {
      const todo = actOn(row, incident.getState().record?.incident)
      if (todo === 'take') setTaken(row)
      if (todo === 'link') void commands.send('alerts', 'incident:link-page', { alert: row.id })
    },
    [commands, incident],
  )
  const close = useCallback(() => setTaken(null), [])
  return { taken, act, close }
}

const paneElement = () => document.getElementById(paneId(panes.alerts.digit))

/** The row that was active last, else the first; the table keeps its one Tab stop there. */
function focusFirstRow(): void {
  const row = paneElement()?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')
  if (row) row.focus()
  else paneElement()?.focus()
}

/** Whoever came to the empty list waits for what comes: the first rows take over the focus that the list itself holds. */
function useRowsForTheFocus(count: number): void {
  useEffect(() => {
    if (count > 0 && document.activeElement === paneElement()) focusFirstRow()
  }, [count])
}

const isAlertFeed = (feed: FeedStatus) => feed.what === 'alerts'

function AlertSources() {
  const feeds = useBoard(board => board.feeds)
  const now = useNow()
  return feeds
    .filter(isAlertFeed)
    .map(feed => <FreshnessBadge key={feed.id} label={feed.name} freshness={freshness(feed, now)} />)
}

/** "Nothing" is only said when every source has said so. */
function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useNow()
  const silent = feeds.filter(feed => freshness(feed, now).state !== 'fresh')
  if (feeds.length === 0) {
    return (
      <EmptyState title="Open pages and firing alerts stand here, the loudest first.">
        Connect PagerDuty, Prometheus or Alertmanager with <Key>,</Key>
      </EmptyState>
    )
  }
  if (silent.length === 0) return <EmptyState title="Nothing is firing, and nobody is paged." />
  return (
    <EmptyState title="No alert is known, but not every source answers.">
      {silent.map(({ name, reason }) => (reason === '' ? `${name} is silent` : `${name}: ${reason}`)).join(' · ')}
    </EmptyState>
  )
}
