import type { Incident } from '../../../shared/domain/incident'
import { runningOverlap, type Transfer, waitingTransfers } from '../../../shared/domain/transfer'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useRecord, useSession } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import type { DialogPart } from '../../ui/on-demand'
import { OverlapView } from './overlap-view'
import { PrepareForm } from './prepare-form'
import { ReadBack } from './read-back'
import { WaitingView } from './waiting-view'

const text = texts.transfer

/** [TC1–TC5] Command on its way from one person to another: what is to be done by the person who sits here. */
export function TransferDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={900}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Step key={incident.id} incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface StepProps {
  readonly incident: Incident
  readonly onDone: () => void
}

function Step({ incident, onDone }: StepProps) {
  const me = useSession(session => session.me?.id)
  const transfer = transferFor(incident, me)
  const overlap = runningOverlap(incident)
  if (transfer !== undefined && transfer.to.id === me) return <ReadBack key={transfer.id} {...{ incident, transfer }} />
  if (transfer !== undefined) return <WaitingView key={transfer.id} {...{ incident, transfer, onDone }} />
  if (overlap !== undefined) return <OverlapView {...{ incident, overlap, onDone }} />
  const { ic } = incident.roles
  if (ic === null) return <EmptyState title={t(text.nobody, { key: keyOf('assign') })} />
  return <PrepareForm key={ic.since} incident={incident} command={ic} />
}

/** Of two that two machines prepared, the one that names the person who sits here. */
function transferFor(incident: Incident, me: string | undefined): Transfer | undefined {
  const waiting = waitingTransfers(incident)
  return waiting.find(({ to }) => to.id === me) ?? waiting[0]
}
