import type { DesktopBridge } from '../../shared/contract/bridge'
import type { CallName, CallReply, Input } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { EngineLink } from '../../shared/contract/link'
import { panelsFromBytes } from '../../shared/contract/panel-bytes'
import { newId } from '../../shared/domain/ids'
import { fail, type Reply } from '../../shared/lib/reply'
import { hostProof } from './host-proof'
import { PushListeners } from './listeners'
import { openSocketLink } from './socket-link'
import { inTurns } from './turns'

/** The engine over the desktop's IPC. It cannot drop while the window lives, so its state is always `open`. */
export function openIpcLink(bridge: DesktopBridge): EngineLink {
  const pushes = new PushListeners()
  const arrived = inTurns<{ readonly name: string; readonly payload: unknown }>(({ name, payload }) =>
    pushes.emit(name, payload),
  )
  bridge.onPush((name, payload) => {
    const read = payload instanceof Uint8Array ? panelsFromBytes(payload) : payload
    if (read !== undefined) arrived.arrive({ name, payload: read })
  })
  return {
    call: async <Name extends CallName>(name: Name, input: Input<Name>) => {
      const reply = await callSafely(bridge, name, input)
      arrived.flush()
      pushes.catchUp()
      return reply as Awaited<CallReply<Name>>
    },
    on: (name, listener) => pushes.on(name, listener),
    onState: listener => {
      listener('open')
      return () => undefined
    },
  }
}

async function callSafely(bridge: DesktopBridge, name: string, input: unknown): Promise<Reply<unknown, Fault>> {
  try {
    return await bridge.call(newId(), name, input)
  } catch (error) {
    // Electron rejects when the main process is gone or the value cannot be cloned.
    return fail({ kind: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}

declare global {
  interface Window {
    /** Set by the preload; absent in a browser. */
    readonly quarterdeck?: DesktopBridge
  }
}

/** The one link of this window: IPC on the desktop, the WebSocket of the page's own host in a browser. */
export function openLink(): EngineLink {
  const bridge = window.quarterdeck
  if (bridge !== undefined) return openIpcLink(bridge)
  return openSocketLink(`ws://${window.location.host}/link`, { proof: hostProof() })
}
