import { onDemand } from '../../ui/on-demand'
import type { AlertActions } from './use-alert-actions'

const DeclareDialog = onDemand(async () => (await import('./declare-dialog')).DeclareDialog, 'first')
const SuppressGroupDialog = onDemand(
  async () => (await import('./suppression/suppress-group-dialog')).SuppressGroupDialog,
)
const AlertDetailsDialog = onDemand(async () => (await import('./alert-details-dialog')).AlertDetailsDialog)
const ActionDialog = onDemand(async () => (await import('./pagerduty/action-dialog')).ActionDialog)
const SuppressionDialog = onDemand(async () => (await import('./suppression/suppression-dialog')).SuppressionDialog)
const BulkDialog = onDemand(async () => (await import('./bulk-dialog')).BulkDialog)

/** The dialogs that open from the list of alerts. */
export function AlertDialogs({ actions }: { readonly actions: AlertActions }) {
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
