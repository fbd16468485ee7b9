import type { PaneKey } from '../../../shared/contract/pane-address'
import type { SelectionStore } from '../../stores/selection-store'
import { holdPane } from './pane-locks'
import { openTalk } from './window-talk'

export interface PanePorts {
  readonly pane: PaneKey
  readonly selection: SelectionStore
  readonly locks: LockManager
  /** Does what the key of this request does. */
  readonly press: (request: string) => void
}

/** Lets the cockpit's window know that this one has the pane, follows its choice of incident, and its keys. Returns its stop. */
export function servePane({ pane, selection, locks, press }: PanePorts): () => void {
  const talk = openTalk(message => {
    if (message.say === 'incident') selection.setState({ open: message.incident })
    else if (message.say === 'do' && message.pane === pane) press(message.request)
  })
  const letGo = holdPane(locks, pane, () => talk.say({ say: 'here', pane }))
  talk.say({ say: 'which-incident' })
  return () => {
    letGo()
    talk.stop()
  }
}
