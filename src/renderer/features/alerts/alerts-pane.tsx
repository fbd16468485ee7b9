import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { freshness } from '../../../shared/domain/freshness'
import { useBoard, useCockpit, useFault, useNow } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane, paneId } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { actOn } from './alert-order'
import { AlertSources, isAlertFeed } from './alert-sources'
import { AlertsTable } from './alerts-table'
import { BlindChip } from './blind-chip'
import { GROUP_KEY, showsGroups } from './group-lines'
import { GroupsTable } from './groups-table'
import { HiddenChip } from './hidden-chip'
import { DETAILS_KEY } from './page-acts'
import { usePageKeys } from './use-page-keys'

const TakeDialog = onDemand(async () => (await import('./take-dialog')).TakeDialog)
const HideDialog = onDemand(async () => (await import('./hide-dialog')).HideDialog)
const PageDetailsDialog = onDemand(async () => (await import('./page-details')).PageDetailsDialog)
const PageDialog = onDemand(async () => (await import('./page-dialog')).PageDialog)

/** Pages and alerts that are open now; each can become the incident, or be linked to the one that runs. */
export function AlertsPane() {
  const alerts = useBoard(board => board.alerts)
  const open = useBoard(board => board.alertGroups.open)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [hiding, setHiding] = useState<AlertGroup | null>(null)
  const [detailed, setDetailed] = useState<AlertRow | null>(null)
  const grouped = showsGroups(open, chosen)
  const fault = useFault('alerts')
  const { commands } = useCockpit()
  const { taken, act, close } = useAct()
  const { asking, press, close: closePage } = usePageKeys()
  const pressed = (event: KeyboardEvent, row: AlertRow | null) => {
    if (event.key === GROUP_KEY && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      setChosen(!grouped)
    } else if (row !== null && event.key === DETAILS_KEY && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      setDetailed(row)
    } else if (row !== null) press(event, row)
  }
  useFocusRequest('alerts', focusFirstRow)
  useRowsForTheFocus(alerts.length)
  return (
    <Pane
      {...panes.alerts}
      note={alerts.length > 0 ? openWords(open, alerts.length, grouped) : undefined}
      aside={
        <>
          <BlindChip />
          <HiddenChip />
          {alerts.length > 1 && (
            <Button tone="bare" onClick={() => setChosen(!grouped)}>
              {grouped ? 'One by one' : 'Grouped'} <Key quiet>{GROUP_KEY}</Key>
            </Button>
          )}
          <AlertSources />
        </>
      }
      scroll={alerts.length === 0}
      footer={
        fault &&
        taken === null &&
        hiding === null &&
        asking === null && <FaultNote fault={fault} onDismiss={() => commands.dismiss('alerts')} />
      }
    >
      {alerts.length === 0 && <NoAlerts />}
      {alerts.length > 0 && !grouped && <AlertsTable rows={alerts} onAct={act} onKey={pressed} />}
      {alerts.length > 0 && grouped && <GroupsTable onAct={act} onHide={setHiding} onKey={pressed} />}
      <HideDialog opened={hiding !== null} group={hiding} onClose={() => setHiding(null)} />
      <TakeDialog opened={taken !== null} row={taken} onClose={close} />
      <PageDetailsDialog opened={detailed !== null} row={detailed} onClose={() => setDetailed(null)} />
      <PageDialog opened={asking !== null} asking={asking} onClose={closePage} />
    </Pane>
  )
}

/** A push carries the loudest few hundred rows: the rest is counted, and stands in the groups. */
function openWords(open: number, shown: number, grouped: boolean): string {
  return grouped || open <= shown ? `${Math.max(open, shown)} open` : `${shown} of ${open} open, the loudest`
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

/** "Nothing" is only said when every source has said so. */
function NoAlerts() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const now = useNow()
  const silent = feeds.filter(feed => freshness(feed, now).state !== 'fresh')
  if (feeds.length === 0) {
    return (
      <EmptyState title="Open pages and firing alerts stand here, the loudest first.">
        Connect PagerDuty, Grafana, Prometheus or Alertmanager with <Key>,</Key>
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
