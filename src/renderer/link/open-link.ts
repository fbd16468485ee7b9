import type { DesktopBridge } from '../../shared/contract/bridge'
import type { EngineLink } from '../../shared/contract/link'
import { hostProof } from './host-proof'
import { openIpcLink } from './ipc-link'
import { openSocketLink } from './socket-link'

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly quarterdeck?: DesktopBridge
  }
}

/** The one link of this window: IPC on the desktop, the WebSocket of the page's own host in a browser. */
export function openLink(): EngineLink {
  const bridge = window.quarterdeck
  if (bridge !== undefined) return openIpcLink(bridge)
  return openSocketLink(`ws://${window.location.host}/link`, { proof: hostProof() })
}
