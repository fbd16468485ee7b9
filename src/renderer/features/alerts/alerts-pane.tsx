import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { rowKeyOf } from '../../commands/row-keys'
import { useBoard, useCockpit, useFault } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { FaultNote } from '../../ui/fault-note'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { AlertsPaneAside, OpenCount } from './alert-chips'
import { AlertList } from './alert-list'
import { FilterLine, useFilterLine } from './filter-line'
import { focusFirstRow } from './first-row'
import { NewIncidents, useNewIncidents } from './pagerduty/new-incidents'
import type { AlertActions } from './use-alert-actions'
import { useAlertActions } from './use-alert-actions'
import { useAlertView } from './use-alert-view'

const DeclareDialog = onDemand(async () => (await import('./declare-dialog')).DeclareFromAlertDialog, 'first')
const SuppressGroupDialog = onDemand(
  async () => (await import('./suppression/suppress-group-dialog')).SuppressGroupDialog,
)
const AlertDetailsDialog = onDemand(async () => (await import('./alert-details-dialog')).AlertDetailsDialog)
const ActionDialog = onDemand(async () => (await import('./pagerduty/action-dialog')).ActionDialog)
const SuppressionDialog = onDemand(async () => (await import('./suppression/suppression-dialog')).SuppressionDialog)
const BulkDialog = onDemand(async () => (await import('./bulk-dialog')).BulkDialog)

/** The dialogs that open from the list of alerts. */
function AlertDialogs({ actions }: { readonly actions: AlertActions }) {
  const { declaring, details, suppressingGroup, suppression, pagerDuty, bulk } = actions
  return (
    <>
      <SuppressGroupDialog
        opened={suppressingGroup.subject !== null}
        group={suppressingGroup.subject}
        onClose={suppressingGroup.close}
      />
      <DeclareDialog opened={declaring.subject !== null} alerts={declaring.subject} onClose={declaring.close} />
      <AlertDetailsDialog opened={details.subject !== null} row={details.subject} onClose={details.close} />
      <ActionDialog opened={pagerDuty.asking !== null} asking={pagerDuty.asking} onClose={pagerDuty.close} />
      <SuppressionDialog opened={suppression.opened} draft={suppression.draft} onClose={suppression.close} />
      <BulkDialog opened={bulk.plan !== null} plan={bulk.plan} onClose={bulk.close} />
    </>
  )
}

/** The open alerts; each can be declared as an incident, or linked to the open one. */
export function AlertsPane() {
  const some = useBoard(board => board.alerts.open > 0)
  const { commands, alertList } = useCockpit()
  const view = useAlertView()
  const actions = useAlertActions()
  const filter = useFilterLine(some, view.text)
  const fault = useFault('alerts')
  const unread = useStore(alertList, list => list.fault)
  const fresh = useNewIncidents()
  const linkFresh = () => void actions.linkAll(fresh).then(() => actions.bulk.acknowledge(fresh))
  const press = (event: KeyboardEvent, row: AlertRow | null) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && event.key === rowKeyOf.list.groups) {
      event.preventDefault()
      view.onGrouped(!view.grouped)
    } else if (plain && event.key === rowKeyOf.list.linkNew && fresh.length > 0) {
      event.preventDefault()
      linkFresh()
    } else if (row !== null) actions.press(event, row)
  }
  useCommand('alerts', focusFirstRow)
  return (
    <Pane
      {...panes.alerts}
      note={some ? <OpenCount view={view} /> : undefined}
      aside={<AlertsPaneAside view={view} onRules={actions.suppression.open} />}
      scroll={!some}
      footer={fault && !actions.busy && <FaultNote fault={fault} onDismiss={() => commands.dismiss('alerts')} />}
    >
      {filter.shown && <FilterLine view={view} {...filter} />}
      <FaultNote fault={unread} onAgain={alertList.again} />
      <NewIncidents incidents={fresh} onAll={linkFresh} />
      <AlertList view={view} actions={actions} onKey={press} />
      <AlertDialogs actions={actions} />
    </Pane>
  )
}
