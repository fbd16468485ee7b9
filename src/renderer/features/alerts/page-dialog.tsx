import { unreachable } from '../../../shared/lib/unreachable'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { CallForm } from './asking/call-form'
import { EscalateForm } from './asking/escalate-form'
import { LineForm } from './asking/line-form'
import { ReassignForm } from './asking/reassign-form'
import { SnoozeForm } from './asking/snooze-form'
import type { Asking } from './use-page-keys'

/** Asks what a page's act still needs: the resolution, the level, the person, the text. */
export function PageDialog({ opened, asking, onClose }: DialogPart & { readonly asking: Asking | null }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={asking === null ? '' : texts.pages.titles[asking.ask]}>
      {asking !== null && <Asked asking={asking} onDone={onClose} />}
    </Dialog>
  )
}

function Asked({ asking: { ask, row }, onDone }: { readonly asking: Asking; readonly onDone: () => void }) {
  switch (ask) {
    case 'resolve':
    case 'note':
    case 'status-update':
      return <LineForm ask={ask} row={row} onDone={onDone} />
    case 'snooze':
      return <SnoozeForm row={row} onDone={onDone} />
    case 'escalate':
      return <EscalateForm row={row} onDone={onDone} />
    case 'reassign':
      return <ReassignForm row={row} onDone={onDone} />
    case 'call':
      return <CallForm row={row} onDone={onDone} />
    default:
      return unreachable(ask)
  }
}
