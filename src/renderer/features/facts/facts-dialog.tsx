import { texts } from '../../../shared/texts/texts'
import { useRecord } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import type { DialogPart } from '../../ui/on-demand'
import { FactsForm } from './facts-form'

const text = texts.facts

/** [IL1] Where else to look, which services are affected, and how it was noticed. */
export function FactsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident none={text.noIncident}>{title => <EmptyState title={title} />}</WhileNoIncident>
      ) : (
        <FactsForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}
